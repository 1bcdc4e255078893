//! The CPU engine's thread pool: in the browser web workers on one shared memory, elsewhere the system's threads.
//!
//! A sum is never split, or it is split the same way whatever the number of threads: results do not depend on it, to
//! the last bit.
//!
//! No task is assigned to a worker: the calling thread publishes a job, workers that are awake join it and take items
//! until none is left, and so does the calling thread. A worker that is slow to wake is not waited for, and the calling
//! thread never blocks, which the main thread of a page must not do.

use std::cell::{Cell, UnsafeCell};
use std::hint::spin_loop;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering::SeqCst};
use std::sync::{Condvar, Mutex, PoisonError};

/// Spins of a worker that waits for a job before it goes to sleep, in a browser about 100 microseconds: about as long as
/// waking it takes, and longer than the sequential work of a step between two jobs.
const SPINS_BEFORE_SLEEP: usize = 100_000;

static POOL: Pool = Pool {
    workers: AtomicUsize::new(0),
    busy: AtomicBool::new(false),
    job: UnsafeCell::new(None),
    accepting: AtomicBool::new(false),
    active: AtomicUsize::new(0),
    generation: AtomicUsize::new(0),
    sleep_lock: Mutex::new(()),
    wake: Condvar::new(),
    sleeping: AtomicUsize::new(0),
    worker_panicked: AtomicBool::new(false),
};

struct Pool {
    workers: AtomicUsize,
    /// Whether a thread's job is running.
    busy: AtomicBool,
    /// Written while not accepting and with no active worker, read by active workers.
    job: UnsafeCell<Option<&'static (dyn Fn() + Sync)>>,
    accepting: AtomicBool,
    /// Workers that may be running the job.
    active: AtomicUsize,
    /// Number of jobs so far.
    generation: AtomicUsize,
    sleep_lock: Mutex<()>,
    wake: Condvar,
    sleeping: AtomicUsize,
    /// Whether a worker has panicked since this was last read.
    worker_panicked: AtomicBool,
}

// SAFETY: `job` is guarded by `busy`, `accepting` and `active`, see `Pool::run_shared` and `Pool::join_job`.
unsafe impl Sync for Pool {}

thread_local! {
    /// Whether this thread is running items of a job.
    static IN_JOB: Cell<bool> = const { Cell::new(false) };
}

/// The number of threads, the calling one included.
pub fn count() -> usize {
    // Compiled out of a module that has no threads.
    if cfg!(all(target_arch = "wasm32", not(target_feature = "atomics"))) {
        return 1;
    }
    1 + POOL.workers.load(SeqCst)
}

/// Calls `job` with each item, on all threads, and returns when all are done. A nested call runs on its own thread alone.
///
/// # Panics
/// Where `job` does.
pub fn for_each<Item: Send>(items: impl Iterator<Item = Item>, job: impl Fn(Item) + Sync) {
    let single = items.size_hint().1.is_some_and(|most| most < 2);
    if single || count() == 1 || IN_JOB.get() || POOL.busy.swap(true, SeqCst) {
        return items.for_each(job);
    }
    let items: Vec<_> = items.map(|item| Mutex::new(Some(item))).collect();
    let next = AtomicUsize::new(0);
    let take_all = || {
        while let Some(item) = items.get(next.fetch_add(1, SeqCst)) {
            let item = item.lock().unwrap_or_else(PoisonError::into_inner).take();
            item.into_iter().for_each(&job);
        }
    };
    POOL.run_shared(&take_all);
}

/// Makes this thread a worker of the pool. Never returns.
pub fn run_worker() -> ! {
    IN_JOB.set(true);
    POOL.workers.fetch_add(1, SeqCst);
    let mut last_generation = 0;
    loop {
        last_generation = POOL.wait(last_generation);
        POOL.join_job();
    }
}

/// Reports that a worker has died, where a panic ends a thread without unwinding.
pub fn report_panic() {
    POOL.worker_panicked.store(true, SeqCst);
}

impl Pool {
    /// Runs the job on this thread and on the workers that join. The pool must be marked busy by this thread.
    fn run_shared(&self, job: &(dyn Fn() + Sync)) {
        /// Ends the job also when it panics on this thread: workers may still be running it.
        struct Close<'a>(&'a Pool);
        impl Drop for Close<'_> {
            fn drop(&mut self) {
                IN_JOB.set(false);
                self.0.accepting.store(false, SeqCst);
                while self.0.active.load(SeqCst) > 0 && !self.0.worker_aborted() {
                    spin_loop();
                }
                self.0.busy.store(false, SeqCst);
            }
        }
        // SAFETY: only the lifetime changes. Its readers are active workers, and `Close` waits until there are none.
        let forever: &'static (dyn Fn() + Sync) = unsafe { std::mem::transmute(job) };
        // SAFETY: the pool is this thread's, not accepting, with no active worker.
        unsafe { *self.job.get() = Some(forever) };
        let close = Close(self);
        self.accepting.store(true, SeqCst);
        self.generation.fetch_add(1, SeqCst);
        if self.sleeping.load(SeqCst) > 0 {
            // Without the lock: a worker that is just going to sleep may miss it, and then sleeps on.
            self.wake.notify_all();
        }
        IN_JOB.set(true);
        job();
        drop(close);
        assert!(
            !self.worker_panicked.swap(false, SeqCst),
            "a thread of the CPU engine has panicked"
        );
    }

    /// Whether an active worker has died and will never leave: where panics do not unwind.
    fn worker_aborted(&self) -> bool {
        cfg!(panic = "abort") && self.worker_panicked.load(SeqCst)
    }

    /// Joins the current job, if there is one.
    fn join_job(&self) {
        struct Leave<'a>(&'a Pool);
        impl Drop for Leave<'_> {
            fn drop(&mut self) {
                if std::thread::panicking() {
                    self.0.workers.fetch_sub(1, SeqCst);
                    report_panic();
                }
                self.0.active.fetch_sub(1, SeqCst);
            }
        }
        self.active.fetch_add(1, SeqCst);
        let _leave = Leave(self);
        // Marked active before reading `accepting`: a job that ends after this read waits for this thread.
        if self.accepting.load(SeqCst) {
            // SAFETY: the job is accepting and this thread is active, so the job is there and stays.
            if let Some(job) = unsafe { *self.job.get() } {
                job();
            }
        }
    }

    /// Waits for a job after `last_generation`, first spinning, then asleep.
    fn wait(&self, last_generation: usize) -> usize {
        for _ in 0..SPINS_BEFORE_SLEEP {
            let generation = self.generation.load(SeqCst);
            if generation != last_generation {
                return generation;
            }
            spin_loop();
        }
        let mut guard = self
            .sleep_lock
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        self.sleeping.fetch_add(1, SeqCst);
        while self.generation.load(SeqCst) == last_generation {
            guard = self
                .wake
                .wait(guard)
                .unwrap_or_else(PoisonError::into_inner);
        }
        self.sleeping.fetch_sub(1, SeqCst);
        self.generation.load(SeqCst)
    }
}
