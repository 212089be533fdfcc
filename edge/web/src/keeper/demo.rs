//! A made-up diary in memory, to look around in. It never touches the person's own.

use super::place::Place;
use super::{Asker, Keeper};
use crate::platform::{clock, random};
use crate::sheet::Problem;
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
        Ok(())
    }
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

    fn last_of(table: &str) -> DateTime {
        let walls = table.lines().skip(1).filter_map(row).map(|(_, wall, _)| wall);
        walls.max().unwrap()
    }
}
