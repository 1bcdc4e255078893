//! The thread pool. One test, because the pool is the process's.

#[path = "native/common/mod.rs"]
mod common;

use std::panic::catch_unwind;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

use common::session_on_digits;
use generative_playground::engine::threads::{count, for_each, run_worker};
use generative_playground::model::{Family, NetworkKind};
use generative_playground::settings::Choices;
use pollster::block_on;

/// A model after some steps, large enough that each operation is split into tasks.
fn trained(family: Family, network: NetworkKind) -> Vec<u8> {
    let hidden = match network {
        NetworkKind::Dense => vec![512, 200],
        NetworkKind::Convolutional => vec![16, 32],
    };
    let mut session = session_on_digits(Choices {
        family: Some(family),
        network: Some(network),
        hidden: Some(hidden),
        // Not a multiple of the parts of a reduction.
        batch_size: Some(100),
        seed: Some(5),
        ..Choices::default()
    });
    block_on(session.train(6)).expect("sound steps");
    block_on(session.save()).expect("a checkpoint")
}

fn all_trained() -> Vec<Vec<u8>> {
    [
        (Family::Autoencoder, NetworkKind::Dense),
        (Family::Variational, NetworkKind::Convolutional),
        (Family::Adversarial, NetworkKind::Dense),
        (Family::Adversarial, NetworkKind::Convolutional),
    ]
    .map(|(family, network)| trained(family, network))
    .into()
}

/// Runs each item of a job once, also of nested jobs.
fn sum_is_right() -> bool {
    let sum = AtomicUsize::new(0);
    for_each(1..=100, |outer| {
        for_each(0..10, |_| {
            sum.fetch_add(outer, Ordering::SeqCst);
        });
    });
    sum.into_inner() == 10 * 5050
}

#[test]
fn many_threads_do_what_one_does() {
    assert_eq!(count(), 1);
    assert!(sum_is_right());
    let alone = all_trained();

    for _ in 0..3 {
        thread::spawn(run_worker);
    }
    while count() < 4 {
        thread::yield_now();
    }
    let at_work = AtomicUsize::new(0);
    let met = |_| {
        at_work.fetch_add(1, Ordering::SeqCst);
        // None leaves before all four have joined.
        while at_work.load(Ordering::SeqCst) < 4 {
            thread::yield_now();
        }
    };
    for_each(0..4, met);
    // Long enough for the workers to go to sleep.
    thread::sleep(Duration::from_millis(50));
    assert!(sum_is_right());
    assert!(
        all_trained() == alone,
        "the number of threads has changed the results"
    );

    let failing = catch_unwind(|| {
        for_each(0..100, |index| assert!(index != 50, "as it should be"));
    });
    assert!(failing.is_err(), "the panic of an item was lost");
    assert!(sum_is_right());
    assert!(count() >= 3, "one worker at most has died");
}
