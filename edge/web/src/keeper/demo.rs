//! A made-up diary in memory, to look around in. It never touches the person's own.

use super::place::Place;
use super::{Asker, Keeper};
use crate::platform::{clock, random};
use crate::sheet::Problem;
use ebb_core::diary::Logged;
use ebb_core::event::{
    CheckIn, CoUse, Craving, CravingOutcome, Dose, Event, FeltEffect, Note, NoteKind, Precision, Route,
};
use ebb_core::moment::Moment;
use ebb_core::phrase;
use ebb_core::view::Frame;
use ebb_exchange::import::{self, Answers, Zones};
use ebb_vault::{KdfParams, MemoryBackend, Vault};
use jiff::ToSpan;
use jiff::civil::{Date, DateTime};
use std::rc::Rc;

/// The made-up diary; its last day is moved to today.
const DIARY: &str = include_str!("../../../../xtask/demo/diary.csv");

impl Keeper {
    /// Opens it.
    pub(super) async fn open_demo(&self, asker: Asker) -> Result<(), Problem> {
        let place = Place::Memory(Rc::new(MemoryBackend::new()));
        // Nothing here is worth a key that takes time: the place is this worker's memory.
        let made = Vault::create(place, "demo", KdfParams::CHEAP_FOR_TESTS, random).await;
        let (vault, _) = made.map_err(|error| self.said(&error))?;
        self.lay_out(vault, true).await?;
        let (diary, frame, _) = self.look()?;
        let text = moved_to(DIARY, frame.today(), frame.moment().wall());
        let answers = Answers::default();
        let read = import::read(
            Some("demo.csv"),
            text.as_bytes(),
            &answers,
            &Zones::home(frame.zone),
            frame.now,
        );
        let reading = read.map_err(|error| crate::sheet::import_problem(&error, &self.words))?;
        let plan = import::plan(&reading, &diary, &answers, Some("demo.csv"));
        let entries = import::apply(
            &plan,
            self.desk_mut()?.pen(),
            clock::now().as_millisecond(),
            &mut || super::desk::ten_bytes().unwrap_or_default(),
        );
        self.store(entries, move |done, total| asker.progress(done, total))
            .await?;
        let (diary, frame, _) = self.look()?;
        let last_but_one = diary.doses.iter().rev().nth(1);
        self.write(beside_the_doses(&frame, last_but_one)).await?;
        Ok(())
    }
}

/// What a person writes down beside doses: a few of each, none of them ahead of the clock.
fn beside_the_doses(frame: &Frame, rated: Option<&Logged<Dose>>) -> Vec<Event> {
    let at = |days_ago: i64, hour: i8, minute: i8| {
        let wall = ebb_core::day::plus(frame.today(), -days_ago).at(hour, minute, 0, 0);
        let at = phrase::at_wall(wall, frame.now, &frame.zone).ok()?;
        (at <= frame.now).then(|| Moment::new(at, &frame.zone))
    };
    let check_in = |days_ago, mood, withdrawal| {
        at(days_ago, 9, 10).map(|when| {
            Event::CheckIn(CheckIn {
                withdrawal_64: Some(withdrawal),
                mood: Some(mood),
                ..CheckIn::at(when)
            })
        })
    };
    let coffee = at(0, 8, 0).map(|when| {
        Event::CoUse(CoUse {
            when,
            precision: Precision::Minute,
            substance: "coffee".to_owned(),
            amount: Some(2.0),
            unit: Some("cups".to_owned()),
            route: Route::Oral,
            note: None,
        })
    });
    let urge = at(1, 22, 15).map(|when| {
        Event::Craving(Craving {
            when,
            precision: Precision::Minute,
            strength: Some(6.0),
            trigger: Some("could not sleep".to_owned()),
            outcome: Some(CravingOutcome::Passed),
            minutes: Some(20.0),
            count: None,
            note: None,
        })
    });
    let note = at(2, 20, 40).map(|when| {
        Event::Note(Note {
            when,
            precision: Precision::Minute,
            text: "A walk after work instead of the usual cup.".to_owned(),
            kind: NoteKind::Plain,
        })
    });
    let felt = rated.map(|rated| {
        Event::FeltEffect(FeltEffect {
            when: rated.body.when.clone(),
            dose: Some(rated.id),
            strength: Some(5.0),
            duration_h: None,
            word: None,
            scales: std::collections::BTreeMap::new(),
            note: None,
        })
    });
    let check_ins = [check_in(3, 5.0, 14.0), check_in(1, 6.0, 11.0), check_in(0, 6.0, 12.0)];
    let others = [coffee, urge, note, felt];
    check_ins.into_iter().chain(others).flatten().collect()
}

/// The table with its dates moved so that the last one is `last_day`, on the wall clock of wherever it is shown; without
/// what would lie ahead of that clock.
fn moved_to(table: &str, last_day: Date, now: DateTime) -> String {
    let mut lines = table.lines();
    let heading = lines.next().unwrap_or_default();
    let rows: Vec<(&str, DateTime, &str)> = lines.filter_map(row).collect();
    let Some(last) = rows.iter().map(|(_, wall, _)| wall.date()).max() else {
        return table.to_owned();
    };
    let days = ebb_core::day::days_between(last, last_day);
    let moved = rows
        .into_iter()
        .map(|(id, wall, rest)| (id, wall.saturating_add(days.days()), rest));
    let moved = moved
        .filter(|(_, wall, _)| *wall <= now)
        .map(|(id, wall, rest)| format!("{id},{}T{:02}:{:02},{rest}\n", wall.date(), wall.hour(), wall.minute()));
    std::iter::once(format!("{heading}\n")).chain(moved).collect()
}

/// `id`, the wall clock of the second cell without its offset, and the rest.
fn row(line: &str) -> Option<(&str, DateTime, &str)> {
    let (id, line) = line.split_once(',')?;
    let (when, rest) = line.split_once(',')?;
    Some((id, when.get(..16)?.parse().ok()?, rest))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may stop")]

    use super::*;

    #[test]
    fn the_made_up_diary_ends_on_the_day_it_is_asked_to() {
        let day = jiff::civil::date(2031, 5, 6);
        let moved = moved_to(DIARY, day, day.at(23, 59, 0, 0));
        assert_eq!(moved.lines().count(), DIARY.lines().count());
        assert_eq!(last_of(&moved).date(), day);
    }

    #[test]
    fn nothing_of_the_made_up_diary_lies_ahead_of_the_clock() {
        let day = jiff::civil::date(2031, 5, 6);
        let noon = day.at(12, 0, 0, 0);
        let moved = moved_to(DIARY, day, noon);
        assert!(moved.lines().count() < DIARY.lines().count());
        assert!(last_of(&moved) <= noon);
    }

    #[test]
    fn what_stands_beside_the_doses_has_happened() {
        let diary = ebb_core::fold::fold(Vec::<ebb_core::entry::Entry>::new());
        for (wall, n_today) in [
            ("2026-02-03T08:30:00", 1),
            ("2026-02-03T20:00:00", 2),
            ("2026-02-03T01:00:00", 2),
        ] {
            let frame = crate::sheet::testing::frame(wall, &diary);
            let moments = |event: &Event| match event {
                Event::CheckIn(entry) => Some(entry.when.clone()),
                Event::CoUse(entry) => Some(entry.when.clone()),
                Event::Craving(entry) => Some(entry.when.clone()),
                Event::Note(entry) => Some(entry.when.clone()),
                _ => None,
            };
            let events = beside_the_doses(&frame, None);
            let moments: Vec<Moment> = events.iter().filter_map(moments).collect();
            assert!(moments.iter().all(|moment| moment.at <= frame.now), "{wall}");
            let of_today = moments
                .iter()
                .filter(|moment| ebb_core::day::of(moment, frame.day_start) == frame.today());
            assert_eq!(of_today.count(), n_today, "{wall}");
        }
    }

    fn last_of(table: &str) -> DateTime {
        let walls = table.lines().skip(1).filter_map(row).map(|(_, wall, _)| wall);
        walls.max().unwrap()
    }
}
