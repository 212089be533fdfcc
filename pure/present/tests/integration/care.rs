//! The timer, the pace and the small things: from the tables, fitting, and never before a sign.

use std::collections::BTreeSet;

use ebb_core::event::{CravingOutcome, Symptom};
use ebb_evidence::{Basis, Grade, cited, red_flag};
use ebb_present::care::{PACES, Tip, URGE_TIMER_MIN, answers_said, fits, outcome_said, sign_of, symptom_said, tips};
use ebb_present::number::Language;
use ebb_present::words::{Surface, Words};

fn words() -> Words {
    Words::new(Language::English, Surface::Terminal)
}

#[test]
fn the_timer_and_the_paces_are_rows_that_claim_nothing() {
    let rows = [
        (cited::BREATHING_IN, PACES[0].inward_s),
        (cited::BREATHING_OUT, PACES[0].outward_s),
        (cited::BREATHING_EVEN, PACES[1].inward_s),
        (cited::BREATHING_EVEN, PACES[1].outward_s),
        (cited::URGE_TIMER_LENGTH, URGE_TIMER_MIN),
    ];
    for (row, used) in rows {
        assert_eq!(row.value.to_bits(), used.to_bits(), "{}", row.id);
        assert_eq!((row.basis, row.grade), (Basis::Convention, Grade::J), "{}", row.id);
    }
    assert!(words().web_breath_why().contains("No effect is claimed"));
    assert!(words().web_craving_timer_why().contains("Nobody has measured"));
}

#[test]
fn every_complaint_has_words_of_its_own_and_something_that_fits() {
    let said: BTreeSet<String> = Symptom::ALL
        .iter()
        .map(|symptom| symptom_said(&words(), *symptom))
        .collect();
    assert_eq!(said.len(), Symptom::ALL.len());
    for symptom in Symptom::ALL {
        assert!(!fits(symptom).is_empty(), "{symptom:?}");
    }
    let answers: BTreeSet<String> = answers_said(&words()).into();
    assert_eq!(answers.len(), 5);
}

#[test]
fn the_strongest_complaint_is_answered_first_and_three_things_are_enough() {
    let found = tips([(Symptom::Yawning, 1), (Symptom::Restless, 4), (Symptom::Sweating, 2)]);
    assert_eq!(found, [Tip::Movement, Tip::Sleep, Tip::Water]);
    let all = tips(Symptom::ALL.map(|symptom| (symptom, 2)));
    assert_eq!(all.len(), 3);
    assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), 3);
    assert_eq!(tips([(Symptom::Aching, 0)]), []);
    assert_eq!(tips([]), []);
}

#[test]
fn strong_vomiting_is_a_sign_before_it_is_a_complaint() {
    assert_eq!(sign_of(Symptom::Vomiting, 4), Some(red_flag::DEHYDRATED));
    assert_eq!(sign_of(Symptom::Vomiting, 2), None);
    assert_eq!(sign_of(Symptom::Yawning, 4), None);
}

#[test]
fn every_outcome_of_an_urge_is_met_without_praise_or_blame() {
    for outcome in [CravingOutcome::Passed, CravingOutcome::Used, CravingOutcome::Ongoing] {
        let (choice, then) = outcome_said(&words(), outcome);
        assert!(!choice.is_empty() && then.ends_with('.'));
        for word in ["good", "bad", "proud", "strong", "weak", "only"] {
            assert!(!then.to_lowercase().split(' ').any(|said| said == word), "{then}");
        }
    }
}

#[test]
fn every_tip_says_what_it_is() {
    for tip in [
        Tip::Water,
        Tip::Food,
        Tip::Sleep,
        Tip::Movement,
        Tip::Breath,
        Tip::Person,
    ] {
        let (title, text) = tip.said(&words());
        assert!(!title.is_empty() && text.ends_with('.'), "{tip:?}");
    }
}
