//! People to call: kept like every other entry, changed and removed like every other entry, and part of no day.

use crate::support::{Book, date};
use ebb_core::event::{Event, Person};
use ebb_core::fold::{fold, live};
use ebb_core::view::entries::{find, newest, of_day};

fn mira() -> Person {
    Person {
        name: "Mira".to_owned(),
        number: Some("0664 555 0134".to_owned()),
        note: None,
    }
}

#[test]
fn people_stand_in_the_order_they_were_added_and_count_as_entries() {
    let mut book = Book::new();
    book.write(Event::Person(mira()));
    book.write(Event::Person(Person {
        name: "Aydın".to_owned(),
        number: None,
        note: None,
    }));
    let diary = book.diary();
    let names: Vec<&str> = diary.people.iter().map(|person| person.body.name.as_str()).collect();
    assert_eq!(names, ["Mira", "Aydın"]);
    assert_eq!(diary.n_entries(), 2);
    assert_eq!(newest(&diary, 5).len(), 2);
}

#[test]
fn a_person_is_changed_removed_and_brought_back_like_any_entry() {
    let mut book = Book::new();
    let id = book.write(Event::Person(mira()));
    book.amend(id, r#"{"number":null,"note":"moved away"}"#);
    let expected = Person {
        number: None,
        note: Some("moved away".to_owned()),
        ..mira()
    };
    assert_eq!(book.diary().people[0].body, expected);
    assert!(find(&book.diary(), id).is_some_and(|row| row.is_amended && row.event == Event::Person(expected)));
    let removal = book.retract(id);
    assert!(book.diary().people.is_empty());
    book.retract(removal);
    assert_eq!(book.diary().people.len(), 1);
}

#[test]
fn a_person_belongs_to_no_day_and_is_no_dose() {
    let mut book = Book::new();
    book.write(Event::Person(mira()));
    // The day on which the book is written.
    assert!(of_day(&book.diary(), date("2023-11-14")).is_empty());
    assert!(book.diary().doses.is_empty());
}

#[test]
fn a_copy_of_what_counts_keeps_people() {
    let mut book = Book::new();
    let gone = book.write(Event::Person(mira()));
    book.write(Event::Person(mira()));
    book.retract(gone);
    let copy = live(&book.entries);
    assert_eq!(copy.len(), 1);
    assert_eq!(fold(&copy).people[0].body, mira());
}
