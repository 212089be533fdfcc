//! A picture that can be read: by a finger that slides over it, by arrow keys, and as a table.
//!
//! What stands where was worked out by the keeper; here the nearest point is found and shown. It must never keep a finger
//! from scrolling the page, and says no amount aloud while amounts are hidden.

use super::route::Route;
use super::state::App;
use super::told::Amount;
use crate::sheet::{Figure, FigurePoint, FigureTable};
use leptos::html;
use leptos::prelude::*;
use std::time::Duration;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;

/// A size that changes is measured once it has stayed for this long.
const SETTLED: Duration = Duration::from_millis(150);
/// A chart drawn for a width this near is good enough.
const NEAR_PIXELS: u16 = 2;
/// Days that a large step goes in a calendar.
const MONTH_DAYS: usize = 28;

/// Pixels that charts are drawn for, in units of the reader's own letters. Whoever asks for a sheet with charts in it asks
/// this inside the question, and asks again when it changes.
pub(super) fn chart_width() -> u16 {
    App::here().plot_width.get()
}

/// What charts are drawn for until one has been seen.
pub(super) fn first_guess() -> u16 {
    const CARD_EDGES: f64 = 64.0;
    let inner = window().inner_width().ok().and_then(|width| width.as_f64());
    whole((inner.unwrap_or(360.0) - CARD_EDGES).min(520.0))
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "clamped to what fits"
)]
fn whole(pixels: f64) -> u16 {
    pixels.clamp(1.0, 4_000.0).round() as u16
}

/// A picture with its heading, a line that says what stands under the reader's finger, and its figures.
#[component]
pub(super) fn Chart(
    /// What is drawn.
    figure: Figure,
    /// Said under the heading.
    #[prop(optional, into)]
    lead: Option<String>,
) -> impl IntoView {
    let app = App::here();
    let words = app.words();
    let plot = NodeRef::<html::Div>::new();
    let cursor = NodeRef::<html::Div>::new();
    let at = RwSignal::new(None::<usize>);
    let by_keys = RwSignal::new(false);
    let is_hidden = move || app.prefs.with(|prefs| prefs.hides_amounts);
    measure(app, plot, figure.width);

    let (heading_id, labelled_by) = (format!("{}-heading", figure.id), format!("{}-heading", figure.id));
    let points = StoredValue::new(figure.points);
    place_cursor(cursor, at, points);
    let how = if figure.is_weeks {
        words.days_read_how_weeks()
    } else {
        words.days_read_how()
    };
    let cursor_class = if figure.is_weeks {
        "chart-cursor chart-cursor-day"
    } else {
        "chart-cursor"
    };
    let pointing = Pointing {
        app,
        plot,
        at,
        points,
        is_weeks: figure.is_weeks,
    };
    view! {
        <figure class="chart" aria-labelledby=labelled_by>
            <figcaption>
                <h2 id=heading_id>{figure.title.clone()}</h2>
                {lead.map(|lead| view! { <p>{lead}</p> })}
            </figcaption>
            <div class="chart-plot" node_ref=plot
                on:pointerdown=move |event| pointing.down(&event)
                on:pointermove=move |event| pointing.moved(&event)
                on:pointerleave=move |event| pointing.left(&event)
                on:click=move |event| pointing.clicked(&event)
            >
                <div class="chart-drawing" aria-hidden=move || is_hidden().then_some("true") inner_html=figure.svg></div>
                <div class=cursor_class node_ref=cursor hidden=move || at.get().is_none()></div>
                <Reader title=figure.title.clone() at by_keys points start=figure.start is_weeks=figure.is_weeks/>
            </div>
            <Readout at by_keys points how/>
            <Figures title=figure.title description=figure.description table=figure.table/>
        </figure>
    }
}

/// The control under the drawing that takes the focus: arrow keys go from point to point.
#[component]
fn Reader(
    title: String,
    at: RwSignal<Option<usize>>,
    by_keys: RwSignal<bool>,
    points: StoredValue<Vec<FigurePoint>>,
    start: usize,
    is_weeks: bool,
) -> impl IntoView {
    let app = App::here();
    let words = app.words();
    let n = points.with_value(Vec::len);
    let here = move || at.get().unwrap_or(start);
    let hidden = words.log_covered_here();
    let value_text = move || {
        let idx = here();
        let is_hidden = app.prefs.with(|prefs| prefs.hides_amounts);
        points.with_value(|points| points.get(idx).map(|point| spoken(point, is_hidden, &hidden)))
    };
    let on_key = move |event: web_sys::KeyboardEvent| {
        let Some(step) = step_of(&event.key(), is_weeks) else {
            return;
        };
        event.prevent_default();
        match step {
            Step::Leave => {
                at.set(None);
                if let Some(control) = event
                    .target()
                    .and_then(|target| target.dyn_into::<web_sys::HtmlElement>().ok())
                {
                    // A control that cannot be left keeps the focus; nothing is lost.
                    let _ = control.blur();
                }
            }
            Step::Open => open_day(app, points, here()),
            Step::By(by) => at.set(Some(moved_by(here(), by, n))),
            Step::First => at.set(Some(0)),
            Step::Last => at.set(Some(n.saturating_sub(1))),
        }
    };
    (n > 0).then(|| {
        view! {
            <input class="chart-reader" type="range" min="0" max=(n - 1).to_string() step="1"
                aria-label=words.days_read_name(&title) aria-valuetext=value_text
                prop:value=move || here().to_string()
                on:focus=move |_| {
                    by_keys.set(true);
                    at.set(Some(here()));
                }
                on:blur=move |_| by_keys.set(false)
                on:input=move |event| at.set(event_target_value(&event).parse().ok())
                on:keydown=on_key/>
        }
    })
}

/// `Sat 14:30: about 94 ng/mL (52 to 170)`, without the figure while amounts are hidden.
fn spoken(point: &FigurePoint, is_hidden: bool, hidden: &str) -> String {
    let said = if is_hidden { hidden } else { &point.said };
    format!("{}: {said}", point.when)
}

/// The line that says what is read, with the way to the day if it is one.
#[component]
fn Readout(
    at: RwSignal<Option<usize>>,
    by_keys: RwSignal<bool>,
    points: StoredValue<Vec<FigurePoint>>,
    how: String,
) -> impl IntoView {
    let app = App::here();
    let open = app.words().days_open_day();
    let read = move || {
        let point = at
            .get()
            .and_then(|idx| points.with_value(|points| points.get(idx).cloned()));
        match point {
            None => view! { <span class="quiet">{how.clone()}</span> }.into_any(),
            Some(point) => view! {
                <span>{point.when}": "<Amount figure=point.said/></span>
                {point.day.map(|day| view! { <a href=Route::Day(day).address()>{open.clone()}</a> })}
            }
            .into_any(),
        }
    };
    // With arrow keys the control itself says its value; said here too it would be heard twice.
    let live = move || if by_keys.get() { "off" } else { "polite" };
    view! { <output class="chart-readout" aria-live=live>{read}</output> }
}

/// The same as text and as a table, when wanted.
#[component]
fn Figures(title: String, description: String, table: FigureTable) -> impl IntoView {
    let app = App::here();
    let words = app.words();
    let is_open = RwSignal::new(false);
    let table = StoredValue::new(table);
    let description = StoredValue::new(description);
    let hidden = words.log_covered_here();
    let body = move || {
        if !is_open.get() {
            return ().into_any();
        }
        if app.prefs.with(|prefs| prefs.hides_amounts) {
            return view! { <p class="fold-body">{hidden.clone()}</p> }.into_any();
        }
        view! {
            <div class="fold-body">
                <p class="small quiet">{description.get_value()}</p>
                <FigureRows title=title.clone() table=table.get_value()/>
            </div>
        }
        .into_any()
    };
    let on_toggle = move |event: web_sys::Event| {
        let details = event
            .target()
            .and_then(|target| target.dyn_into::<web_sys::HtmlDetailsElement>().ok());
        is_open.set(details.is_some_and(|details| details.open()));
    };
    view! { <details class="fold" on:toggle=on_toggle><summary>{words.days_in_figures()}</summary>{body}</details> }
}

#[component]
fn FigureRows(title: String, table: FigureTable) -> impl IntoView {
    let heading = table.heading.into_iter().enumerate().map(|(idx, name)| {
        let class = (idx > 0).then_some("end");
        view! { <th scope="col" class=class>{name}</th> }
    });
    let row = |cells: Vec<String>| {
        let mut cells = cells.into_iter();
        let first = cells.next();
        let rest = cells.map(|cell| view! { <td class="end">{cell}</td> });
        view! { <tr><th scope="row">{first}</th>{rest.collect_view()}</tr> }
    };
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=title>
            <table class="table">
                <thead><tr>{heading.collect_view()}</tr></thead>
                <tbody>{table.rows.into_iter().map(row).collect_view()}</tbody>
            </table>
        </div>
    }
}

/// What a key asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    By(isize),
    First,
    Last,
    Open,
    Leave,
}

/// Left and right are time, whatever the direction of the letters: the drawing is not mirrored. In a calendar a week stands
/// beside the next and a day below the other.
fn step_of(key: &str, is_weeks: bool) -> Option<Step> {
    let large = isize::try_from(MONTH_DAYS).unwrap_or(isize::MAX);
    let (across, down, page) = if is_weeks { (7, 1, large) } else { (1, -1, 10) };
    Some(match key {
        "ArrowRight" => Step::By(across),
        "ArrowLeft" => Step::By(-across),
        "ArrowDown" => Step::By(down),
        "ArrowUp" => Step::By(-down),
        "PageUp" => Step::By(page),
        "PageDown" => Step::By(-page),
        "Home" => Step::First,
        "End" => Step::Last,
        "Enter" => Step::Open,
        "Escape" => Step::Leave,
        _ => return None,
    })
}

/// The point a step away, or the one at the end of the way.
fn moved_by(from: usize, by: isize, n: usize) -> usize {
    from.saturating_add_signed(by).min(n.saturating_sub(1))
}

fn open_day(app: App, points: StoredValue<Vec<FigurePoint>>, idx: usize) {
    let day = points.with_value(|points| points.get(idx).and_then(|point| point.day.clone()));
    if let Some(day) = day {
        app.go(&Route::Day(day));
    }
}

/// The point nearest to a place, both in percent of the drawing. Side by side only the way across counts.
fn nearest(points: &[FigurePoint], (x, y): (f64, f64), is_weeks: bool) -> Option<usize> {
    let distance = |point: &FigurePoint| {
        let [left, top, width, height] = point.place;
        let across = (left + width / 2.0 - x).abs();
        // Squares are as wide as high on the screen, but not in percent: compare in squares.
        if is_weeks && width > 0.0 && height > 0.0 {
            (across / width).hypot((top + height / 2.0 - y) / height)
        } else {
            across
        }
    };
    let order = |a: &usize, b: &usize| distance(&points[*a]).total_cmp(&distance(&points[*b]));
    (0..points.len()).min_by(order)
}

/// What pointers do to a drawing.
#[derive(Clone, Copy)]
struct Pointing {
    app: App,
    plot: NodeRef<html::Div>,
    at: RwSignal<Option<usize>>,
    points: StoredValue<Vec<FigurePoint>>,
    is_weeks: bool,
}

impl Pointing {
    fn under(self, event: &web_sys::MouseEvent) -> Option<usize> {
        let area = self.plot.get_untracked()?.get_bounding_client_rect();
        if area.width() <= 0.0 || area.height() <= 0.0 {
            return None;
        }
        let x = (f64::from(event.client_x()) - area.left()) / area.width() * 100.0;
        let y = (f64::from(event.client_y()) - area.top()) / area.height() * 100.0;
        self.points.with_value(|points| nearest(points, (x, y), self.is_weeks))
    }

    fn read(self, event: &web_sys::MouseEvent) {
        let under = self.under(event);
        if under.is_some() && under != self.at.get_untracked() {
            self.at.set(under);
        }
    }

    /// A finger reads where it lands; a second tap on the same day opens it, a first one does not: days are small.
    fn down(self, event: &web_sys::PointerEvent) {
        if is_mouse(event) {
            return;
        }
        if self.is_weeks
            && self
                .under(event)
                .is_some_and(|under| self.at.get_untracked() == Some(under))
        {
            if let Some(idx) = self.at.get_untracked() {
                open_day(self.app, self.points, idx);
            }
            return;
        }
        self.read(event);
    }

    fn moved(self, event: &web_sys::PointerEvent) {
        self.read(event);
    }

    /// A mouse that leaves reads no longer; what a finger read stays to be looked at.
    fn left(self, event: &web_sys::PointerEvent) {
        if is_mouse(event) {
            self.at.set(None);
        }
    }

    /// A mouse points exactly, so a click opens the day.
    fn clicked(self, event: &web_sys::MouseEvent) {
        let is_mouse = event.dyn_ref::<web_sys::PointerEvent>().is_some_and(is_mouse);
        if let (true, Some(idx)) = (is_mouse, self.under(event)) {
            open_day(self.app, self.points, idx);
        }
    }
}

fn is_mouse(event: &web_sys::PointerEvent) -> bool {
    event.pointer_type() == "mouse"
}

/// Puts the cursor where the reading is. Styles are set from here: the page's policy forbids them in markup.
fn place_cursor(cursor: NodeRef<html::Div>, at: RwSignal<Option<usize>>, points: StoredValue<Vec<FigurePoint>>) {
    Effect::new(move |_| {
        let (Some(cursor), Some(idx)) = (cursor.get(), at.get()) else {
            return;
        };
        let Some(place) = points.with_value(|points| points.get(idx).map(|point| point.place)) else {
            return;
        };
        let style = web_sys::HtmlElement::style(cursor.unchecked_ref());
        for (name, percent) in ["left", "top", "width", "height"].into_iter().zip(place) {
            let _ = style.set_property(name, &format!("{percent:.3}%"));
        }
    });
}

/// Measures the first chart of the screen and tells it to whoever asks for charts, now and when its size changes.
fn measure(app: App, plot: NodeRef<html::Div>, drawn_for: u16) {
    Effect::new(move |_| {
        let Some(element) = plot.get() else { return };
        let element: web_sys::Element = element.unchecked_into();
        let seen = element.clone();
        let waiting = StoredValue::new(None::<TimeoutHandle>);
        let tell = move || tell_width(app, &seen, drawn_for);
        tell();
        let changed = Closure::<dyn FnMut()>::new(move || {
            if let Some(earlier) = waiting.try_get_value().flatten() {
                earlier.clear();
            }
            let tell = tell.clone();
            let handle = set_timeout_with_handle(tell, SETTLED).ok();
            waiting.try_set_value(handle);
        });
        let Ok(observer) = web_sys::ResizeObserver::new(changed.as_ref().unchecked_ref()) else {
            return;
        };
        observer.observe(&element);
        let kept = StoredValue::new_local((observer, changed));
        on_cleanup(move || {
            kept.try_with_value(|(observer, _)| observer.disconnect());
            if let Some(handle) = waiting.try_get_value().flatten() {
                handle.clear();
            }
        });
    });
}

fn tell_width(app: App, plot: &web_sys::Element, drawn_for: u16) {
    let is_first = document()
        .query_selector(".chart-plot")
        .ok()
        .flatten()
        .is_some_and(|first| first.is_same_node(Some(plot)));
    let width = plot.get_bounding_client_rect().width();
    if !is_first || width <= 0.0 {
        return;
    }
    let measured = whole(width / (root_letter() / 16.0));
    let is_known = app.plot_width.try_get_untracked() == Some(measured);
    if measured.abs_diff(drawn_for) >= NEAR_PIXELS && !is_known {
        app.plot_width.try_set(measured);
    }
}

/// The size of the page's letters, pixels: 16 unless the reader asked for others.
fn root_letter() -> f64 {
    let size = document().document_element().and_then(|root| {
        let style = window().get_computed_style(&root).ok().flatten()?;
        style.get_property_value("font-size").ok()
    });
    size.and_then(|size| size.trim_end_matches("px").parse().ok())
        .filter(|size: &f64| *size > 0.0)
        .unwrap_or(16.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn point(place: [f64; 4]) -> FigurePoint {
        FigurePoint {
            place,
            when: "Sat 14:30".to_owned(),
            said: "about 94 ng/mL (52 to 170)".to_owned(),
            day: None,
        }
    }

    #[test]
    fn arrow_keys_go_by_points_in_a_chart_and_by_weeks_and_days_in_a_calendar() {
        assert_eq!(step_of("ArrowRight", false), Some(Step::By(1)));
        assert_eq!(step_of("ArrowUp", false), Some(Step::By(1)));
        assert_eq!(step_of("ArrowRight", true), Some(Step::By(7)));
        assert_eq!(step_of("ArrowUp", true), Some(Step::By(-1)));
        assert_eq!(step_of("PageDown", true), Some(Step::By(-28)));
        assert_eq!(step_of("Escape", false), Some(Step::Leave));
        assert_eq!(step_of("Tab", false), None);
    }

    #[test]
    fn a_step_ends_at_the_ends() {
        assert_eq!(moved_by(3, -7, 10), 0);
        assert_eq!(moved_by(3, 7, 10), 9);
        assert_eq!(moved_by(3, 1, 10), 4);
        assert_eq!(moved_by(0, 1, 1), 0);
    }

    #[test]
    fn the_nearest_point_is_found_across_in_a_chart_and_both_ways_in_a_calendar() {
        let row = [point([10.0, 0.0, 0.0, 90.0]), point([20.0, 0.0, 0.0, 90.0])];
        assert_eq!(nearest(&row, (14.0, 80.0), false), Some(0));
        assert_eq!(nearest(&row, (16.0, 0.0), false), Some(1));
        assert_eq!(nearest(&[], (1.0, 1.0), false), None);
        // Squares that are narrow in percent and high: one below the other, then one to the right.
        let weeks = [
            point([10.0, 0.0, 2.0, 10.0]),
            point([10.0, 10.0, 2.0, 10.0]),
            point([12.0, 0.0, 2.0, 10.0]),
        ];
        assert_eq!(nearest(&weeks, (11.2, 12.0), true), Some(1));
        assert_eq!(nearest(&weeks, (12.8, 8.0), true), Some(2));
    }

    #[test]
    fn hidden_amounts_are_not_spoken() {
        let point = point([0.0; 4]);
        assert_eq!(spoken(&point, false, "hidden"), "Sat 14:30: about 94 ng/mL (52 to 170)");
        assert_eq!(
            spoken(&point, true, "Amounts are hidden."),
            "Sat 14:30: Amounts are hidden."
        );
    }
}
