//! How it works, with one's own curves and the sources: short pages. They open while the diary is locked, without curves.

use crate::page::parts::{Chart, Icon, chart_width};
use crate::page::route::Route;
use crate::page::state::{App, Sheet};
use crate::sheet::Figure;
use crate::wire;
use ebb_present::learn::{self, CurveKind, Fact, Page as PageText, Section as SectionText};
use ebb_present::number::{HourStyle, Numbers};
use leptos::prelude::*;

/// Days of the course that a page shows.
const COURSE_DAYS: u32 = 14;

/// The contents, or one page.
#[component]
pub(crate) fn Learn(page: Option<String>, is_open: bool) -> impl IntoView {
    let words = App::here().words();
    let numbers = Numbers::new(words.language(), HourStyle::TwentyFour);
    match page {
        None => view! { <Contents pages=learn::pages(&words, &numbers) is_open/> }.into_any(),
        Some(slug) => match learn::page(&words, &numbers, &slug) {
            Some(page) => view! { <Page page is_open/> }.into_any(),
            None => view! {
                <Back/>
                <header class="head"><h1>{words.web_nav_learn()}</h1><p>{words.days_learn_missing()}</p></header>
            }
            .into_any(),
        },
    }
}

/// The way back to the contents.
#[component]
fn Back() -> impl IntoView {
    let words = App::here().words();
    view! {
        <a class="back" href=Route::Learn(None).address()>
            <Icon name="chevron-left" class="icon icon-small icon-turns"/>{words.web_nav_learn()}
        </a>
    }
}

#[component]
fn Contents(pages: Vec<PageText>, is_open: bool) -> impl IntoView {
    let words = App::here().words();
    let item = |page: PageText| {
        view! {
            <li><a class="item" href=address(page.slug)>
                <Icon name=icon_of(page.slug)/>
                <span class="item-text">{page.title}" "<small>{page.lead}</small></span>
                <span class="item-end"><Icon name="chevron-right" class="icon icon-small icon-turns"/></span>
            </a></li>
        }
    };
    let to_door = (!is_open).then(|| {
        view! {
            <a class="back" href=Route::Today.address()>
                <Icon name="lock" class="icon icon-small"/>{words.web_open_diary()}
            </a>
        }
    });
    view! {
        {to_door}
        <header class="head"><h1>{words.web_nav_learn()}</h1><p>{words.days_learn_lead()}</p></header>
        <ul class="menu">{pages.into_iter().map(item).collect_view()}</ul>
    }
}

#[component]
fn Page(page: PageText, is_open: bool) -> impl IntoView {
    let words = App::here().words();
    let sections = page
        .sections
        .into_iter()
        .map(move |section| view! { <Section section is_open/> });
    view! {
        <Back/>
        <header class="head"><h1>{page.title}</h1></header>
        <div class="columns columns-aside">
            <article class="prose"><p>{page.lead}</p>{sections.collect_view()}</article>
            <aside class="column" aria-label=words.days_learn_go_on()><GoOn slug=page.slug/></aside>
        </div>
    }
}

#[component]
fn Section(section: SectionText, is_open: bool) -> impl IntoView {
    let paragraphs = section.paragraphs.into_iter().map(|text| view! { <p>{text}</p> });
    let facts = section
        .facts
        .into_iter()
        .map(|fact| view! { <li><FactOf fact/></li> })
        .collect_view();
    let facts = (!facts.is_empty()).then(|| view! { <ul>{facts}</ul> });
    view! {
        <h2>{section.heading}</h2>
        {paragraphs.collect_view()}
        {facts}
        {section.curve.map(|curve| view! { <Own curve is_open/> })}
    }
}

/// A statement, and below it what it rests on.
#[component]
fn FactOf(fact: Fact) -> impl IntoView {
    let words = App::here().words();
    view! {
        {fact.text}
        <details class="fold"><summary>{words.days_learn_source(fact.grade.letter())}</summary><p class="fold-body small quiet">{fact.grounds}</p></details>
    }
}

/// The person's own picture, or a line in its place.
#[component]
fn Own(curve: CurveKind, is_open: bool) -> impl IntoView {
    let words = App::here().words();
    let said = learn::curve_said(&words, curve);
    if !is_open {
        return view! { <p class="quiet">{said}" "{words.days_learn_own_locked()}</p> }.into_any();
    }
    let figure = match curve {
        CurveKind::Level | CurveKind::Tolerance => {
            let sheet = Sheet::of(|| wire::reading(chart_width()));
            let is_level = curve == CurveKind::Level;
            Signal::derive(move || {
                sheet.value.get().map(|answer| {
                    let card = answer.map_err(|quiet| quiet.reason)?;
                    Ok(if is_level { card.chart } else { card.tolerance_chart })
                })
            })
        }
        CurveKind::Withdrawal => {
            let sheet = Sheet::of(|| wire::forecast(COURSE_DAYS, chart_width()));
            Signal::derive(move || {
                sheet
                    .value
                    .get()
                    .map(|answer| answer.map(|forecast| forecast.chart).map_err(|silence| silence.reason))
            })
        }
    };
    view! { <OwnFigure figure said/> }.into_any()
}

#[component]
fn OwnFigure(figure: Signal<Option<Result<Figure, String>>>, said: String) -> impl IntoView {
    let words = App::here().words();
    let own = words.days_learn_own();
    let figure = Memo::new(move |_| figure.get());
    move || {
        match figure.get() {
        None => view! {
            <div class="card" aria-busy="true"><p class="quiet small">{words.days_working()}</p><span class="skeleton skeleton-plot"></span></div>
        }
        .into_any(),
        Some(Ok(figure)) => view! { <div class="card"><Chart figure lead=own.clone()/></div> }.into_any(),
        Some(Err(reason)) => view! { <p class="quiet">{said.clone()}" "{reason}</p> }.into_any(),
    }
    }
}

/// The next page, the one before, and all of them.
#[component]
fn GoOn(slug: &'static str) -> impl IntoView {
    let words = App::here().words();
    let contents = learn::contents(&words);
    let at = contents.iter().position(|(known, _)| *known == slug).unwrap_or(0);
    let neighbor = |idx: Option<usize>| idx.and_then(|idx| contents.get(idx).cloned());
    let row = |icon: &'static str, to: String, name: String| {
        view! {
            <li><a class="item" href=to>
                <Icon name=icon class="icon icon-small icon-turns"/>
                <span class="item-text">{name}</span>
            </a></li>
        }
    };
    let next = neighbor(at.checked_add(1)).map(|(slug, title)| row("chevron-right", address(slug), title));
    let before = neighbor(at.checked_sub(1)).map(|(slug, title)| row("chevron-left", address(slug), title));
    let all = row("learn", Route::Learn(None).address(), words.days_learn_all());
    let place = words.days_learn_of(&(at + 1).to_string(), &contents.len().to_string());
    view! {
        <section class="card" aria-labelledby="go-on">
            <h2 id="go-on">{words.days_learn_go_on()}</h2>
            <p class="quiet small">{place}</p>
            <ul class="rows">{next}{before}{all}</ul>
        </section>
    }
}

fn address(slug: &str) -> String {
    Route::Learn(Some(slug.to_owned())).address()
}

/// The sign of a page.
fn icon_of(slug: &str) -> &'static str {
    match slug {
        "how-kratom-works" => "today",
        "tolerance" => "forecast",
        "dependence-and-addiction" => "people",
        "withdrawal" => "checkin",
        "leaf-extract-and-7-oh" => "batch",
        "mixing" => "cup",
        "cutting-down-and-stopping" => "taper",
        "self-care" => "craving",
        "drug-tests" => "note",
        "what-the-numbers-mean" => "info",
        _ => "learn",
    }
}
