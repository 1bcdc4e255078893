//! Threads that share the CPU engine's work: in the browser workers on one memory, elsewhere the system's threads.
//!
//! What is cut is never a sum, or it is cut the same way however many threads there are: results do not depend on that, to
//! the last bit.
//!
//! Nothing is ever handed to a helper: the thread that has work opens it, helpers that are awake come in and take items
//! until none is left, and so does the thread itself. A helper that sleeps too long is not missed, and no thread that has
//! work ever sleeps, which the main thread of a page must not do.

use std::cell::{Cell, UnsafeCell};
use std::hint::spin_loop;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering::SeqCst};
use std::sync::{Condvar, Mutex, PoisonError};

/// Looks at whether there is work before a helper goes to sleep, in a browser about 100 microseconds: about what waking it
/// would take, and longer than what a step does on one thread between two pieces of shared work.
const LOOKS: usize = 100_000;

static POOL: Pool = Pool {
    helpers: AtomicUsize::new(0),
    taken: AtomicBool::new(false),
    work: UnsafeCell::new(None),
    open: AtomicBool::new(false),
    inside: AtomicUsize::new(0),
    opened: AtomicUsize::new(0),
    asleep: Mutex::new(()),
    bell: Condvar::new(),
    sleepers: AtomicUsize::new(0),
    failed: AtomicBool::new(false),
};

struct Pool {
    helpers: AtomicUsize,
    /// By the thread whose work it is.
    taken: AtomicBool,
    /// Written while closed and empty, read by those inside.
    work: UnsafeCell<Option<&'static (dyn Fn() + Sync)>>,
    open: AtomicBool,
    /// Helpers that may be at work.
    inside: AtomicUsize,
    /// How often it was opened.
    opened: AtomicUsize,
    asleep: Mutex<()>,
    bell: Condvar,
    sleepers: AtomicUsize,
    /// Whether a helper has panicked since this was last told.
    failed: AtomicBool,
}

// SAFETY: `work` is guarded by `taken`, `open` and `inside`, see `Pool::open_for` and `Pool::enter`.
unsafe impl Sync for Pool {}

thread_local! {
    /// Whether this thread is doing a part of shared work.
    static AT_WORK: Cell<bool> = const { Cell::new(false) };
}

/// How many threads work, the one that asks included.
pub fn count() -> usize {
    // Left out of a module that has no threads.
    if cfg!(all(target_arch = "wasm32", not(target_feature = "atomics"))) {
        return 1;
    }
    1 + POOL.helpers.load(SeqCst)
}

/// Does the work on each item, on as many threads as there are, and comes back when all is done. What it does inside of
/// other work stays on its thread.
///
/// # Panics
/// Where the work does.
pub fn for_each<Item: Send>(items: impl Iterator<Item = Item>, work: impl Fn(Item) + Sync) {
    let single = items.size_hint().1.is_some_and(|most| most < 2);
    if single || count() == 1 || AT_WORK.get() || POOL.taken.swap(true, SeqCst) {
        return items.for_each(work);
    }
    let items: Vec<_> = items.map(|item| Mutex::new(Some(item))).collect();
    let next = AtomicUsize::new(0);
    let take_all = || {
        while let Some(item) = items.get(next.fetch_add(1, SeqCst)) {
            let item = item.lock().unwrap_or_else(PoisonError::into_inner).take();
            item.into_iter().for_each(&work);
        }
    };
    POOL.open_for(&take_all);
}

/// Makes this thread a helper, for good.
pub fn help() -> ! {
    AT_WORK.set(true);
    POOL.helpers.fetch_add(1, SeqCst);
    let mut seen = 0;
    loop {
        seen = POOL.wait(seen);
        POOL.enter();
    }
}

/// Tells the thread that waits for helpers that one has died, where a panic ends a thread without unwinding.
pub fn fail() {
    POOL.failed.store(true, SeqCst);
}

impl Pool {
    /// Does the work on this thread and on the helpers that come in. The pool must have been taken.
    fn open_for(&self, work: &(dyn Fn() + Sync)) {
        /// Closes also when the work panics on this thread: helpers may still be at it.
        struct Close<'a>(&'a Pool);
        impl Drop for Close<'_> {
            fn drop(&mut self) {
                AT_WORK.set(false);
                self.0.open.store(false, SeqCst);
                while self.0.inside.load(SeqCst) > 0 && !self.0.is_dead() {
                    spin_loop();
                }
                self.0.taken.store(false, SeqCst);
            }
        }
        // SAFETY: only the lifetime changes. Who reads it is inside, and `Close` waits until nobody is.
        let forever: &'static (dyn Fn() + Sync) = unsafe { std::mem::transmute(work) };
        // SAFETY: the pool is this thread's, closed and empty.
        unsafe { *self.work.get() = Some(forever) };
        let close = Close(self);
        self.open.store(true, SeqCst);
        self.opened.fetch_add(1, SeqCst);
        if self.sleepers.load(SeqCst) > 0 {
            // Without the lock: a helper that is just lying down may miss it, and then sleeps on.
            self.bell.notify_all();
        }
        AT_WORK.set(true);
        work();
        drop(close);
        assert!(
            !self.failed.swap(false, SeqCst),
            "a thread of the CPU engine has panicked"
        );
    }

    /// Whether a helper has died inside and will never leave: where panics do not unwind, and end everything.
    fn is_dead(&self) -> bool {
        cfg!(panic = "abort") && self.failed.load(SeqCst)
    }

    /// Works with the others, where there is work.
    fn enter(&self) {
        struct Leave<'a>(&'a Pool);
        impl Drop for Leave<'_> {
            fn drop(&mut self) {
                if std::thread::panicking() {
                    self.0.helpers.fetch_sub(1, SeqCst);
                    fail();
                }
                self.0.inside.fetch_sub(1, SeqCst);
            }
        }
        self.inside.fetch_add(1, SeqCst);
        let _leave = Leave(self);
        // First inside, then a look: whoever closes after this look waits for this thread.
        if self.open.load(SeqCst) {
            // SAFETY: it is open and this thread is inside, so the work is there and stays.
            if let Some(work) = unsafe { *self.work.get() } {
                work();
            }
        }
    }

    /// Waits until it has been opened once more often than `seen`, first awake, then asleep.
    fn wait(&self, seen: usize) -> usize {
        for _ in 0..LOOKS {
            let opened = self.opened.load(SeqCst);
            if opened != seen {
                return opened;
            }
            spin_loop();
        }
        let mut guard = self.asleep.lock().unwrap_or_else(PoisonError::into_inner);
        self.sleepers.fetch_add(1, SeqCst);
        while self.opened.load(SeqCst) == seen {
            guard = self
                .bell
                .wait(guard)
                .unwrap_or_else(PoisonError::into_inner);
        }
        self.sleepers.fetch_sub(1, SeqCst);
        self.opened.load(SeqCst)
    }
}
