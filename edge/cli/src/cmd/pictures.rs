//! `ebb chart`: one picture, in the terminal or as SVG.

use super::entries::voice;
use super::views::{keep, read};
use super::when;
use crate::args::{Chart, Picture};
use crate::error::Usage;
use crate::paths::write_whole;
use crate::session::Session;
use crate::term;
use anyhow::{Result, bail};
use ebb_core::view::forecast::forecast;
use ebb_core::view::history::{history, span as known_span};
use ebb_core::view::score::score;
use ebb_core::view::today::today;
use ebb_present::chart::spec::Spec;
use ebb_present::chart::{svg, term as drawing};
use ebb_present::picture::{self, Daily};
use jiff::civil::Date;

/// Width of an SVG file, in its own units.
const SVG_WIDTH: u16 = 720;

/// Draws one picture.
pub(super) fn chart(args: &Chart, json: bool) -> Result<()> {
    if json {
        bail!(Usage::new(
            "a picture has no JSON",
            "use `ebb today --json`, `history --json`, `forecast --json` or `score --json`"
        ));
    }
    let mut session = Session::open()?;
    let spec = spec(&mut session, args)?;
    match &args.svg {
        None => term::say(&draw(&spec, args.width.unwrap_or_else(term::columns))),
        Some(path) if path.as_os_str() == "-" => term::say(&svg_file(&spec)),
        Some(path) => {
            write_whole(path, svg_file(&spec).as_bytes(), true)?;
            term::say("Drawn.")
        }
    }
}

fn svg_file(spec: &Spec) -> String {
    svg::draw(spec, &svg::Options::file(SVG_WIDTH, "ebb"))
}

/// The picture in this terminal's way of drawing.
pub(super) fn draw(spec: &Spec, width: u16) -> String {
    let mut options = drawing::Options::plain(width);
    if term::has_color() {
        options.color = drawing::Color::Ansi;
    }
    drawing::draw(spec, &options)
}

fn spec(session: &mut Session, args: &Chart) -> Result<Spec> {
    let voice = voice(session);
    let (frame, diary) = (&session.frame, &session.diary);
    let days = |back| -> Result<_> {
        let (from, to) = span(session, args.from.as_deref(), args.to.as_deref(), back)?;
        Ok(history(frame, diary, from, to).days)
    };
    Ok(match args.which {
        Picture::Grams => picture::daily(&voice, frame, &days(27)?, Daily::Grams),
        Picture::Doses => picture::daily(&voice, frame, &days(27)?, Daily::Doses),
        Picture::Calendar => match picture::calendar(&voice, &days(364)?) {
            Some(spec) => spec,
            None => bail!(Usage::new("there are no days to draw", "choose --from and --to")),
        },
        Picture::Score => match picture::past_forecasts(&voice, &score(frame, diary)) {
            Some(spec) => spec,
            None => bail!(Usage::new(
                "there is nothing to draw",
                "`ebb score` says what is missing"
            )),
        },
        Picture::Level | Picture::Tolerance | Picture::Withdrawal => {
            let reading = read(session);
            let view = today(frame, diary, &reading);
            let said = |silence| Usage::new("there is nothing to draw", voice.silence(silence));
            match (args.which, &view.now) {
                (Picture::Withdrawal, _) => {
                    let view = forecast(frame, &reading, args.days).map_err(said)?;
                    let spec = picture::withdrawal(&voice, frame, &view);
                    keep(session, &reading);
                    spec
                }
                (_, Err(silence)) => bail!(said(*silence)),
                (Picture::Tolerance, Ok(now)) => picture::tolerance(&voice, frame, now),
                (_, Ok(now)) => picture::level(&voice, frame, &view, now),
            }
        }
    })
}

/// From and to, as typed, or the last days up to today (or up to the last known day of an old diary).
pub(super) fn span(session: &Session, from: Option<&str>, to: Option<&str>, back: i64) -> Result<(Date, Date)> {
    let to = to
        .map(|t| when::day(t, &session.frame))
        .transpose()?
        .unwrap_or_else(|| session.frame.today());
    let first_known = known_span(&session.diary).map(|(first, _)| first);
    let back_to = ebb_core::day::plus(to, -back);
    let from = match from {
        Some(from) => when::day(from, &session.frame)?,
        None => first_known.filter(|f| *f <= to).map_or(back_to, |f| f.max(back_to)),
    };
    if from > to {
        bail!(Usage::new(
            "the first day is after the last",
            "--from must not be later than --to"
        ));
    }
    if ebb_core::day::days_between(from, to) > 36_600 {
        bail!(Usage::new(
            "that is more than a hundred years",
            "choose --from and --to closer together"
        ));
    }
    Ok((from, to))
}
