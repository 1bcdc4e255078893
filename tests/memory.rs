//! What a session is said to need, beside what it takes; and refusals that come before anything is taken.

#[path = "native/common/mod.rs"]
mod common;

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

use common::session;
use flate2::Compression;
use flate2::write::GzEncoder;
use generative_playground::dataset::Shape;
use generative_playground::memory::session_bytes;
use generative_playground::model::{Family, NetworkKind};
use generative_playground::session::Session;
use generative_playground::settings::Choices;
use pollster::block_on;

/// Counts what is taken from the system.
struct Counting;

static TAKEN: AtomicUsize = AtomicUsize::new(0);
static MOST: AtomicUsize = AtomicUsize::new(0);

// SAFETY: the system's allocator does the work.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let taken = TAKEN.fetch_add(layout.size(), Relaxed) + layout.size();
        MOST.fetch_max(taken, Relaxed);
        // SAFETY: as the caller promises.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        TAKEN.fetch_sub(layout.size(), Relaxed);
        // SAFETY: as the caller promises.
        unsafe { System.dealloc(pointer, layout) }
    }
}

#[global_allocator]
static COUNTING: Counting = Counting;

/// One test runs at a time: what another takes would be counted as well.
static TURN: Mutex<()> = Mutex::new(());

/// Bytes that `work` takes at most at a time, in a thread whose buffers are new.
fn most_taken(work: impl FnOnce() + Send) -> u64 {
    let before = TAKEN.load(Relaxed);
    MOST.store(before, Relaxed);
    std::thread::scope(|scope| {
        scope.spawn(work);
    });
    (MOST.load(Relaxed) - before) as u64
}

/// An IDX file of square pictures, each pixel another.
fn pictures(count: u32, side: u32) -> Vec<u8> {
    let sizes = [count, side, side].map(u32::to_be_bytes).concat();
    let pixels =
        (0..count * side * side).map(|index| (index.wrapping_mul(2_654_435_761) >> 24) as u8);
    [0, 0, 8, 3]
        .into_iter()
        .chain(sizes)
        .chain(pixels)
        .collect()
}

struct Case {
    family: Family,
    network: NetworkKind,
    hidden: &'static [usize],
    code: usize,
    batch: usize,
    count: u32,
    side: u32,
}

#[test]
fn a_session_takes_what_it_is_said_to_need_and_not_much_less() {
    let _turn = TURN.lock();
    use Family::{Adversarial, Autoencoder, Variational};
    use NetworkKind::{Convolutional, Dense};
    let case = |family, network, hidden, code, batch, count, side| Case {
        family,
        network,
        hidden,
        code,
        batch,
        count,
        side,
    };
    for case in [
        case(Autoencoder, Dense, &[1024, 512], 32, 64, 500, 28),
        case(Autoencoder, Dense, &[64], 32, 4096, 5000, 28),
        case(Autoencoder, Dense, &[1024, 1024], 8, 16, 100, 8),
        case(Autoencoder, Convolutional, &[32, 64], 32, 256, 300, 28),
        case(Autoencoder, Convolutional, &[64, 128, 256], 16, 8, 20, 32),
        case(Variational, Dense, &[256], 1024, 1024, 1000, 28),
        case(Variational, Dense, &[16], 2, 64, 200, 256),
        case(Variational, Convolutional, &[16, 32], 2, 64, 100, 128),
        case(Adversarial, Dense, &[512, 256], 64, 1024, 1000, 28),
        case(Adversarial, Dense, &[64, 64], 2, 16, 60_000, 28),
        case(Adversarial, Convolutional, &[64, 128], 64, 128, 200, 28),
        case(Adversarial, Convolutional, &[8], 8, 512, 600, 64),
    ] {
        let file = pictures(case.count, case.side);
        let choices = Choices {
            family: Some(case.family),
            network: Some(case.network),
            hidden: Some(case.hidden.to_vec()),
            code: Some(case.code),
            batch_size: Some(case.batch),
            ..Choices::default()
        };
        let mut settings = None;
        let taken = most_taken(|| {
            let mut session = session(choices);
            session.load_images(&file, None).expect("sound data");
            block_on(session.train(3)).expect("training goes well");
            block_on(session.save()).expect("a model to save");
            settings = Some(session.settings().clone());
        });
        let settings = settings.expect("the session ended well");
        let side = case.side as usize;
        let shape = Shape::Image {
            height: side,
            width: side,
        };
        let data = file.len() as u64 + 5 * u64::from(case.count);
        let said = session_bytes(&settings, shape, data);
        let told = format!(
            "{:?} {:?} {:?}: takes {} MB, is said to need {} MB",
            case.family,
            case.network,
            case.hidden,
            taken as f64 / 1e6,
            said as f64 / 1e6
        );
        println!("{told}");
        assert!(taken <= said && said <= 3 * taken, "{told}");
    }
}

fn refusal(choices: Choices, count: u32, side: u32) -> &'static str {
    let created = match block_on(Session::create(choices)) {
        Err(error) => return error.code(),
        Ok(mut session) => session.load_images(&pictures(count, side), None),
    };
    created.map_or_else(|error| error.code(), |()| "taken")
}

#[test]
fn what_cannot_fit_is_refused_before_memory_is_taken() {
    let _turn = TURN.lock();
    let sized = |family, network, hidden: &[usize], batch| Choices {
        family: Some(family),
        network: Some(network),
        hidden: Some(hidden.to_vec()),
        code: Some(2),
        batch_size: Some(batch),
        ..Choices::default()
    };
    let (dense, convolutional) = (NetworkKind::Dense, NetworkKind::Convolutional);
    let variational = Family::Variational;
    let taken = most_taken(|| {
        for (choices, side) in [
            (sized(variational, convolutional, &[2048], 4096), 28),
            (sized(variational, convolutional, &[2048], 512), 28),
            (sized(variational, convolutional, &[4096; 2], 1), 28),
            (sized(Family::Adversarial, dense, &[4096; 8], 1), 28),
            (sized(Family::Autoencoder, dense, &[4096; 3], 64), 28),
            (sized(Family::Autoencoder, dense, &[256], 4096), 256),
            (sized(Family::Autoencoder, dense, &[4096], 1), 256),
        ] {
            let told = format!("{choices:?} on {side}x{side}");
            assert_eq!(refusal(choices, 2, side), "model-too-large", "{told}");
        }
    });
    // But for the pictures themselves.
    assert!(taken < 2_000_000, "{taken} bytes");
    // What no example is small enough for is refused at once.
    let hopeless = block_on(Session::create(sized(
        Family::Autoencoder,
        dense,
        &[4096; 8],
        64,
    )));
    assert_eq!(hopeless.err().expect("a refusal").code(), "model-too-large");
    assert_eq!(
        refusal(sized(variational, convolutional, &[64, 128], 64), 100, 28),
        "taken"
    );
}

#[test]
fn a_batch_that_does_not_fit_is_refused_and_the_session_goes_on() {
    let _turn = TURN.lock();
    let mut session = session(Choices {
        family: Some(Family::Adversarial),
        network: Some(NetworkKind::Convolutional),
        hidden: Some(vec![256]),
        ..Choices::default()
    });
    session
        .load_images(&pictures(100, 28), None)
        .expect("sound data");
    block_on(session.train(1)).expect("training goes well");
    let batch = |size| Choices {
        batch_size: Some(size),
        ..Choices::default()
    };
    let refused = session.change(batch(4096)).expect_err("too large");
    assert_eq!(refused.code(), "model-too-large");
    assert_eq!(session.settings().batch_size, 64);
    session.change(batch(32)).expect("small enough");
    block_on(session.train(1)).expect("training goes on");
    let asked = block_on(session.sample(3_000, 1, None)).map(|_| ());
    asked.expect("ten times what a wall shows");
}

/// EMNIST ByClass has 697,932 pictures: 547 MB, which no session may take; packed or not, the answer is the same.
#[test]
fn data_that_do_not_fit_are_refused_by_their_header_packed_or_not() {
    let _turn = TURN.lock();
    let sizes = [697_932, 28, 28].map(u32::to_be_bytes).concat();
    let mut file = [&[0, 0, 8, 3][..], &sizes].concat();
    file.resize(2_000_000, 7);
    let mut packed = GzEncoder::new(Vec::new(), Compression::fast());
    std::io::Write::write_all(&mut packed, &file).expect("memory");
    let packed = packed.finish().expect("memory");
    let answers = std::sync::Mutex::new(Vec::new());
    let taken = most_taken(|| {
        for file in [&file, &packed] {
            let mut session = session(Choices {
                family: Some(Family::Variational),
                ..Choices::default()
            });
            let refused = session.load_images(file, None).expect_err("too large");
            answers.lock().expect("no panic").push(refused);
        }
    });
    let answers = answers.into_inner().expect("no panic");
    assert_eq!(answers[0].code(), "data-too-large");
    assert_eq!(answers[0], answers[1]);
    assert!(taken < 1_000_000, "{taken} bytes");
}

/// 160 by 160 pixels: the covariance of their values alone would be 2.6 GB.
#[test]
fn measures_and_samples_of_large_pictures_stay_within_what_is_left_for_them() {
    let _turn = TURN.lock();
    for family in [
        Family::Adversarial,
        Family::Autoencoder,
        Family::Variational,
    ] {
        let file = pictures(50, 160);
        let taken = most_taken(|| {
            let mut session = session(Choices {
                family: Some(family),
                hidden: Some(vec![16]),
                ..Choices::default()
            });
            session.load_images(&file, None).expect("sound data");
            session.load_test_images(&file, None).expect("sound data");
            block_on(session.train(1)).expect("training goes well");
            block_on(session.evaluate()).expect("measures");
            let samples = block_on(session.sample(500, 1, None)).expect("samples");
            assert_eq!(samples.len(), 500 * 160 * 160);
            let refused = block_on(session.sample(50_000, 1, None)).expect_err("5 GB");
            assert_eq!(refused.code(), "call-too-large");
            if family == Family::Variational {
                // A few rows at a time: all at once they would be 300 MB.
                let found = block_on(session.negative_log_likelihoods(1, 3_000));
                assert_eq!(found.expect("a likelihood").len(), 1);
                block_on(session.latent()).expect("codes");
            }
            block_on(session.train(1)).expect("training goes on");
        });
        assert!(taken < 300_000_000, "{family:?}: {} MB", taken / 1_000_000);
    }
}
