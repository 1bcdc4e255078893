//! An L1 penalty makes codes sparse, and says so in losses and measures.

use crate::common::{session, session_on_digits};
use generative_playground::evaluation::sparseness;
use generative_playground::model::Family;
use generative_playground::session::Session;
use generative_playground::settings::Choices;
use pollster::block_on;

const CODE: usize = 32;

fn choices(sparsity: f32) -> Choices {
    Choices {
        family: Some(Family::Autoencoder),
        hidden: Some(Vec::new()),
        code: Some(CODE),
        sparsity: Some(sparsity),
        seed: Some(0),
        ..Choices::default()
    }
}

fn codes_of(session: &Session) -> f64 {
    let examples = session.examples(0, 500).expect("there are more");
    sparseness(&block_on(session.encode(&examples)).expect("codes"), CODE)
}

#[test]
fn few_numbers_tell_what_all_of_them_told() {
    let mut plain = session_on_digits(choices(0.0));
    let trained = block_on(plain.train(300)).expect("training goes well");
    let names: Vec<_> = trained.losses.iter().map(|(name, _)| *name).collect();
    assert_eq!(names, ["reconstruction"]);

    let mut sparse = session_on_digits(choices(0.1));
    let trained = block_on(sparse.train(300)).expect("training goes well");
    let norm = trained.losses.iter().find(|(name, _)| *name == "codeNorm");
    assert!(norm.is_some_and(|(_, norm)| *norm > 0.0), "{norm:?}");

    let (plain, found) = (codes_of(&plain), codes_of(&sparse));
    println!("sparseness {plain:.3}, with the penalty {found:.3}");
    assert!(found > plain + 0.1, "{found} is hardly more than {plain}");
    let report = block_on(sparse.evaluate()).expect("test data are loaded");
    let measured = report
        .measures
        .iter()
        .find(|measure| measure.name == "sparseness");
    let measured = measured.expect("it is measured");
    assert!((measured.value - found).abs() < 0.05, "{}", measured.value);
}

#[test]
fn it_may_change_while_training_and_is_kept_in_files() {
    let mut session = session_on_digits(choices(0.0));
    block_on(session.train(2)).expect("training goes well");
    let changed = session.change(Choices {
        sparsity: Some(0.25),
        ..Choices::default()
    });
    assert_eq!(changed.expect("it is live").sparsity, 0.25);
    block_on(session.train(2)).expect("training goes well");
    let file = block_on(session.save()).expect("saved");
    let restored = block_on(Session::restore(&file, Default::default())).expect("our own file");
    assert_eq!(restored.settings(), session.settings());
}

#[test]
fn families_without_such_codes_do_not_mind() {
    let mut variational = session(Choices {
        family: Some(Family::Variational),
        ..choices(0.5)
    });
    assert!(!variational.settings().is_sparse());
    assert!(block_on(variational.train(1)).is_err(), "there are no data");
}
