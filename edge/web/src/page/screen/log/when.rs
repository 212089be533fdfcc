//! When: now, some time of the last twelve hours, another day, or a day of which no more is known.

use crate::form::When;
use crate::page::state::App;
use crate::sheet::MomentChoice;
use ebb_present::number::{HourStyle, Language, Numbers};
use ebb_present::words::Words;
use jiff::civil::{Date, DateTime};
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// Minutes back that the slider reaches.
const LONGEST_MIN: u32 = 720;
/// Times that are one tap away, minutes.
const CHIPS_MIN: [u32; 3] = [0, 15, 60];

/// The field. `latest` are the latest time and the latest day that can be chosen.
#[component]
pub(in crate::page::screen) fn WhenField(
    when: RwSignal<When>,
    moments: Memo<Vec<MomentChoice>>,
    latest: Memo<(String, String)>,
) -> impl IntoView {
    let words = StoredValue::new(App::here().words());
    let minutes = Memo::new(move |_| when.with(minutes_ago));
    let is_other = Memo::new(move |_| minutes.get().is_none());
    let chip = move |(name, at): (String, Option<u32>)| {
        let choose = move |_| match at {
            Some(at) => when.set(ago(at)),
            None => when.update(|when| other_day(when, &latest.get_untracked().0)),
        };
        view! {
            <button class="chip" type="button" aria-pressed=move || (minutes.get() == at).to_string() on:click=choose>{name}</button>
        }
    };
    let chips = move || {
        let said = |min: u32| moments.with(|moments| moments.iter().find(|m| m.minutes == min).map(|m| m.ago.clone()));
        let quick = CHIPS_MIN.into_iter().filter_map(|min| Some((said(min)?, Some(min))));
        let other = (words.with_value(|words| words.log_another_day()), None);
        quick.chain([other]).map(chip).collect_view()
    };
    view! {
        <div class="stack-tight">
            <Show when=move || !is_other.get()><Slider when minutes moments/></Show>
            <Show when=move || is_other.get()><OtherDay when latest/></Show>
            <div class="chips" role="group" aria-label=words.with_value(|words| words.log_when_quick())>{chips}</div>
        </div>
    }
}

/// So many minutes back on the slider; `None` when it is another day.
fn minutes_ago(when: &When) -> Option<u32> {
    match when {
        When::Now => Some(0),
        When::MinutesAgo(minutes) => Some(*minutes),
        When::Wall(_) | When::DayOnly(_) => None,
    }
}

fn ago(minutes: u32) -> When {
    match minutes {
        0 => When::Now,
        minutes => When::MinutesAgo(minutes),
    }
}

/// Begins at the latest time there is, unless another day is chosen already.
fn other_day(when: &mut When, latest: &str) {
    if minutes_ago(when).is_some() {
        *when = When::Wall(latest.to_owned());
    }
}

#[component]
fn Slider(when: RwSignal<When>, minutes: Memo<Option<u32>>, moments: Memo<Vec<MomentChoice>>) -> impl IntoView {
    let words = StoredValue::new(App::here().words());
    let input = NodeRef::<leptos::html::Input>::new();
    let at = move || LONGEST_MIN.saturating_sub(minutes.get().unwrap_or(0));
    Effect::new(move |_| {
        let share = f64::from(at()) / f64::from(LONGEST_MIN) * 100.0;
        fill(input, share);
    });
    let said = move || {
        let minutes = minutes.get().unwrap_or(0);
        moments.with(|moments| {
            let choice = moments.iter().rfind(|choice| choice.minutes <= minutes);
            choice.map(|choice| words.with_value(|words| words.log_ago(&choice.ago, &choice.clock)))
        })
    };
    let take = move |event| {
        if let Ok(at) = event_target_value(&event).parse::<u32>() {
            when.set(ago(LONGEST_MIN.saturating_sub(at)));
        }
    };
    let [label, start, now] = words.with_value(|words| [words.log_when(), words.log_hours_ago(), words.now()]);
    view! {
        <div class="slider">
            <div class="slider-head"><label for="when">{label}</label><output for="when">{said}</output></div>
            <input id="when" type="range" min="0" max=LONGEST_MIN.to_string() step="5" node_ref=input
                prop:value=move || at().to_string() aria-valuetext=said on:input=take/>
            <div class="slider-ends" aria-hidden="true"><span>{start}</span><span>{now}</span></div>
        </div>
    }
}

/// Fills a slider's track. The page's policy forbids styles in markup; from here they are allowed.
pub(super) fn fill(input: NodeRef<leptos::html::Input>, percent: f64) {
    if let Some(input) = input.get() {
        let style = web_sys::HtmlElement::style(input.unchecked_ref());
        // A track that stays empty still has its thumb.
        let _ = style.set_property("--at", &format!("{percent:.2}%"));
    }
}

#[component]
fn OtherDay(when: RwSignal<When>, latest: Memo<(String, String)>) -> impl IntoView {
    let words = StoredValue::new(App::here().words());
    let is_day = Memo::new(move |_| matches!(when.get(), When::DayOnly(_)));
    let text = move || match when.get() {
        When::Wall(text) | When::DayOnly(text) => text,
        When::Now | When::MinutesAgo(_) => String::new(),
    };
    let label = move || {
        words.with_value(|words| {
            if is_day.get() {
                words.log_day()
            } else {
                words.log_wall()
            }
        })
    };
    let kind = move || if is_day.get() { "date" } else { "datetime-local" };
    let max = move || latest.with(|(now, today)| if is_day.get() { today.clone() } else { now.clone() });
    let take = move |event| {
        let text = event_target_value(&event);
        when.set(if is_day.get_untracked() {
            When::DayOnly(text)
        } else {
            When::Wall(text)
        });
    };
    let know_day_only = move |event| {
        let is_day_only = event_target_checked(&event);
        when.update(|when| know(when, is_day_only));
    };
    view! {
        <div class="field">
            <label for="other-day">{label}</label>
            <input class="input" id="other-day" type=kind max=max required prop:value=text on:input=take/>
        </div>
        <label class="check">
            <input type="checkbox" prop:checked=move || is_day.get() on:change=know_day_only/>
            <span>{words.with_value(|words| words.log_day_only())}</span>
        </label>
    }
}

/// Keeps the day, and forgets or asks for the time of day.
fn know(when: &mut When, is_day_only: bool) {
    let (When::Wall(text) | When::DayOnly(text)) = &when else {
        return;
    };
    let day = text.split('T').next().unwrap_or_default().to_owned();
    *when = if is_day_only {
        When::DayOnly(day)
    } else {
        When::Wall(format!("{day}T12:00"))
    };
}

/// `now`, `15 min ago`, `Tue Feb 3, 18:00`.
pub(in crate::page::screen) fn said_when(words: &Words, when: &When, moments: &[MomentChoice]) -> String {
    let numbers = Numbers::new(Language::English, HourStyle::TwentyFour);
    let said = match when {
        When::Now => Some(words.now()),
        When::MinutesAgo(minutes) => {
            let choice = moments.iter().rfind(|choice| choice.minutes <= *minutes);
            choice.map(|choice| choice.ago.clone())
        }
        When::Wall(text) => text.parse::<DateTime>().ok().map(|wall| {
            let (day, time) = (numbers.date_with_weekday(wall.date()), numbers.clock_time(wall.time()));
            words.log_at_wall(&day, &time)
        }),
        When::DayOnly(text) => text.parse::<Date>().ok().map(|date| numbers.date_with_weekday(date)),
    };
    said.unwrap_or_else(|| words.unknown())
}

#[cfg(test)]
mod tests {
    use super::*;
    use ebb_present::words::Surface;

    #[test]
    fn the_button_says_the_moment_that_is_chosen() {
        let words = Words::new(Language::English, Surface::Terminal);
        let moments = [0, 5, 10].map(|minutes| MomentChoice {
            minutes,
            ago: format!("{minutes} min ago"),
            clock: String::new(),
        });
        let said = |when: When| said_when(&words, &when, &moments);
        assert_eq!(said(When::Now), "now");
        assert_eq!(said(When::MinutesAgo(10)), "10 min ago");
        assert_eq!(said(When::Wall("2026-02-03T18:05".to_owned())), "Tue Feb 3, 18:05");
        assert_eq!(said(When::DayOnly("2026-02-03".to_owned())), "Tue Feb 3");
        assert_eq!(said(When::Wall(String::new())), "unknown");
    }

    #[test]
    fn knowing_only_the_day_keeps_the_day_and_invents_no_time() {
        let mut when = When::Wall("2026-02-03T18:05".to_owned());
        know(&mut when, true);
        assert_eq!(when, When::DayOnly("2026-02-03".to_owned()));
        let mut now = When::Now;
        know(&mut now, true);
        assert_eq!(now, When::Now);
    }
}
