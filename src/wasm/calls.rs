//! How calls get at a session.
//!
//! No method keeps hold of the object while it works: whatever runs on holds the session itself, which ends when `free`
//! was called and the last of them is done.

use std::cell::Cell;
use std::pin::Pin;
use std::rc::Rc;

use async_lock::{Mutex, MutexGuard};
use js_sys::Promise;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::future_to_promise;

use super::session::Session;
use super::values::checked;
use crate::engine::EngineName;
use crate::error::Error;
use crate::session;

/// A session, and what can be told of it while it works.
pub(super) struct Shared {
    pub session: Mutex<session::Session>,
    pub engine: Cell<EngineName>,
}

impl Session {
    pub(super) fn shared(&self) -> Result<Rc<Shared>, Error> {
        self.shared.borrow().clone().ok_or(Error::SessionFreed {})
    }

    /// What comes of the session at once; refused while another call runs.
    pub(super) fn now<T>(
        &self,
        work: impl FnOnce(&mut session::Session) -> Result<T, Error>,
    ) -> Result<T, JsValue> {
        checked(self.shared().and_then(|shared| {
            let session = shared.session.try_lock();
            work(&mut *session.ok_or(Error::SessionBusy {})?)
        }))
    }

    /// What comes of the session when it is this call's turn.
    pub(super) fn later<I: 'static, T: Into<JsValue>>(
        &self,
        input: Result<I, Error>,
        work: impl AsyncFnOnce(MutexGuard<'_, session::Session>, I) -> Result<T, JsValue> + 'static,
    ) -> Promise {
        let shared = self.shared();
        // Behind a pointer the machinery of a promise is compiled once, and not for every method.
        let call: Pin<Box<dyn Future<Output = Result<JsValue, JsValue>>>> = Box::pin(async move {
            let (shared, input) = (checked(shared)?, checked(input)?);
            let session = shared.session.lock().await;
            let done = work(session, input).await;
            if let Some(session) = shared.session.try_lock() {
                shared.engine.set(session.settings().engine);
            }
            done.map(Into::into)
        });
        future_to_promise(call)
    }
}
