//! The engine's answers are the frozen ones, in one thread and in two; the same file is held against a browser.

use ebb_selftest::engine;

const FROZEN: &str = include_str!("../frozen/engine.txt");

#[test]
fn the_engine_answers_as_it_always_did_in_one_thread_and_in_two() {
    let (one, other) = std::thread::scope(|scope| {
        let threads = [scope.spawn(engine::told), scope.spawn(engine::told)];
        let [one, other] = threads.map(|thread| thread.join());
        (one, other)
    });
    let alone = engine::told();
    assert_eq!(
        alone,
        FROZEN.trim(),
        "if this is meant, the engine has a new version: freeze what is left"
    );
    assert_eq!(one.as_deref().ok(), Some(FROZEN.trim()));
    assert_eq!(other.as_deref().ok(), Some(FROZEN.trim()));
}
