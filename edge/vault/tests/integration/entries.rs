//! Entries through a vault and back: all of them, in order, nothing stored that could not be read again.

use crate::support::create;
use ebb_core::amount::Quantity;
use ebb_core::entry::{Entry, Hlc, Pen};
use ebb_core::event::{Dose, Event, Note, NoteKind, Precision, Unknown, v1};
use ebb_core::moment::Moment;
use ebb_vault::entries::{append, read};
use ebb_vault::{MemoryBackend, VaultError, block_on};

fn moment() -> Moment {
    Moment::from_text("2026-02-03T18:00:00+01:00[Europe/Berlin]").unwrap()
}

fn note(pen: &mut Pen, n: u8) -> Entry {
    let event = Event::Note(Note {
        when: moment(),
        precision: Precision::Minute,
        text: format!("note {n}"),
        kind: NoteKind::Plain,
    });
    pen.write(1_770_000_000_000 + i64::from(n), [n; 10], None, event)
}

fn dose(pen: &mut Pen, grams: f64) -> Entry {
    let event = Event::Dose(Dose {
        amount: Some(Quantity::grams(grams)),
        ..Dose::of_unknown_amount(moment())
    });
    pen.write(1_770_000_000_000, [0; 10], None, event)
}

#[test]
fn what_is_appended_is_read_in_order_with_progress() {
    let (vault, _) = create(MemoryBackend::new());
    let mut pen = Pen::after(Hlc::START);
    let entries: Vec<Entry> = (0..9).map(|n| note(&mut pen, n)).collect();
    let mut last = (0, 0);
    block_on(append(&vault, &entries[..4], &mut |done, of| last = (done, of))).unwrap();
    assert_eq!((last.0, last.1), (8, 8));
    block_on(append(&vault, &entries[4..], &mut |_, _| {})).unwrap();
    block_on(append(&vault, &[], &mut |_, _| {})).unwrap();
    let stored = block_on(read(&vault)).unwrap();
    assert_eq!((stored.entries, stored.n_unreadable), (entries, 0));
    assert_eq!(stored.report, block_on(vault.verify()).unwrap());
}

#[test]
fn what_is_no_entry_is_counted_and_stays_where_it_is() {
    let (vault, _) = create(MemoryBackend::new());
    let mut pen = Pen::after(Hlc::START);
    let entry = note(&mut pen, 1);
    block_on(vault.append(&[b"not json".to_vec(), b"\xff\xfe".to_vec(), b"{\"v\":1}".to_vec()])).unwrap();
    block_on(append(&vault, std::slice::from_ref(&entry), &mut |_, _| {})).unwrap();
    let stored = block_on(read(&vault)).unwrap();
    assert_eq!((stored.entries, stored.n_unreadable), (vec![entry], 3));
    assert_eq!(block_on(vault.replay()).unwrap().payloads.len(), 4);
}

#[test]
fn an_entry_of_a_newer_program_is_stored_byte_for_byte() {
    let (vault, _) = create(MemoryBackend::new());
    let raw = r#"{"v":9, "id":"018bcfe5-6800-7001-8101-010101010101","clock":[5,0],"kind":"dose","x":1.50}"#;
    let entry = v1::read(raw).unwrap();
    assert!(matches!(&entry.event, Event::Unknown(Unknown { .. })));
    block_on(append(&vault, std::slice::from_ref(&entry), &mut |_, _| {})).unwrap();
    assert_eq!(block_on(vault.replay()).unwrap().payloads[0].1, raw.as_bytes());
    assert_eq!(block_on(read(&vault)).unwrap().entries, [entry]);
}

#[test]
fn an_entry_that_could_not_be_read_again_is_refused_and_none_of_its_company_is_stored() {
    let (vault, _) = create(MemoryBackend::new());
    let mut pen = Pen::after(Hlc::START);
    for value in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        let entries = [note(&mut pen, 1), dose(&mut pen, value)];
        let refused = block_on(append(&vault, &entries, &mut |_, _| {}));
        assert!(matches!(refused, Err(VaultError::NotAnEntry)), "{refused:?}");
    }
    assert_eq!(block_on(read(&vault)).unwrap().entries, []);
    block_on(append(&vault, &[dose(&mut pen, 0.0)], &mut |_, _| {})).unwrap();
    assert_eq!(block_on(read(&vault)).unwrap().entries.len(), 1);
}
