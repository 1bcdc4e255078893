//! Threads that share work. One test, because the threads are the process's.

mod common;

use std::panic::catch_unwind;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

use common::session_on_digits;
use generative_playground::engine::threads::{count, for_each, help};
use generative_playground::model::{Family, NetworkKind};
use generative_playground::settings::Choices;
use pollster::block_on;

/// All numbers of a model after some steps, large enough that each operation is cut into parts.
fn trained(family: Family, network: NetworkKind) -> Vec<u8> {
    let hidden = match network {
        NetworkKind::Dense => vec![512, 200],
        NetworkKind::Convolutional => vec![16, 32],
    };
    let mut session = session_on_digits(Choices {
        family: Some(family),
        network: Some(network),
        hidden: Some(hidden),
        // Not a multiple of the parts of a batch.
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

/// Does some work, each piece of it once, also where work has work of its own.
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
        thread::spawn(help);
    }
    while count() < 4 {
        thread::yield_now();
    }
    let at_work = AtomicUsize::new(0);
    let met = |_| {
        at_work.fetch_add(1, Ordering::SeqCst);
        // Nobody comes out before all four are in.
        while at_work.load(Ordering::SeqCst) < 4 {
            thread::yield_now();
        }
    };
    for_each(0..4, met);
    // Long enough for the others to fall asleep.
    thread::sleep(Duration::from_millis(50));
    assert!(sum_is_right());
    assert!(all_trained() == alone, "threads have changed the numbers");

    let failing = catch_unwind(|| {
        for_each(0..100, |index| assert!(index != 50, "as it should be"));
    });
    assert!(failing.is_err(), "the panic of a part was lost");
    assert!(sum_is_right());
    assert!(count() >= 3, "one helper at most has died");
}
