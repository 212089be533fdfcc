//! The list of messages. Each line makes one function on [`Words`] and must have its message in every `.ftl` file.
//!
//! The list below serves every surface; Help, Learn and the screens of the web app have lists of their own beside it.
//!
//! A `u64` is a count that bends the words around it; a `&str` is shown as it is.

use super::{FluentArgs, Message, Words, value};

/// Makes a function per line and the list that the test compares with the files.
macro_rules! messages {
    ($list:ident: $($name:ident($($argument:ident: $kind:ty),*);)*) => {
        impl Words {
            $(
                #[doc = concat!("Says the message of the same name, `", stringify!($name), "` with hyphens for underscores.")]
                #[must_use]
                pub fn $name(&self $(, $argument: $kind)*) -> String {
                    #[allow(unused_mut, reason = "a message without variables fills nothing in")]
                    let mut arguments = FluentArgs::new();
                    $(arguments.set(stringify!($argument), value($argument));)*
                    self.say(stringify!($name), arguments)
                }
            )*
        }

        /// The messages of this list.
        pub(super) const $list: &[Message] =
            &[$(Message { name: stringify!($name), variables: &[$(stringify!($argument)),*] }),*];
    };
}

mod help;
mod learn;
mod learned;
mod score;
mod screens;
mod web;
mod web_care;
mod web_data;
mod web_days;
mod web_learned;
mod web_log;

/// Every message the code can say.
pub fn messages() -> impl Iterator<Item = &'static Message> {
    [
        EVERYWHERE,
        help::HELP,
        learn::LEARN,
        learned::LEARNED,
        score::SCORE,
        screens::SCREENS,
        web::WEB,
        web_care::WEB_CARE,
        web_data::WEB_DATA,
        web_days::WEB_DAYS,
        web_learned::WEB_LEARNED,
        web_log::WEB_LOG,
    ]
    .into_iter()
    .flatten()
}

messages! {
    EVERYWHERE:

    // Everywhere
    app_name();
    app_purpose();
    unknown();
    unknown_amount();
    none_logged();
    no_entries();
    declared_zero();
    at_least();
    asleep();
    now();
    today();
    yesterday();
    estimate();
    source();
    because(reason: &str);
    hint(text: &str);
    yes();
    no();
    cancel();
    done();
    change();
    learn_why();
    dose_count(count: u64);
    day_count(count: u64);
    entry_count(count: u64);

    // Today
    today_title();
    today_first();
    today_nothing();
    today_total(amount: &str, doses: &str);
    today_total_at_least(amount: &str, doses: &str);
    today_total_unknown(doses: &str);
    today_zero();
    today_last_dose(ago: &str, amount: &str);
    today_last_dose_unknown(ago: &str);
    today_gap(duration: &str);
    today_compare_more(amount: &str);
    today_compare_less(amount: &str);
    today_compare_same();
    today_limit_inside(limit: &str);
    today_limit_left(left: &str, limit: &str);
    today_limit_would_cross(limit: &str);
    today_limit_crossed(limit: &str);
    today_plan_step(amount: &str, doses: &str);
    today_log_again();
    today_logged(amount: &str, time: &str);
    today_logged_unknown(time: &str);

    // History
    history_title();
    history_empty();
    history_day(date: &str, amount: &str, doses: &str);
    history_day_at_least(date: &str, amount: &str, doses: &str);
    history_day_unknown(date: &str, doses: &str);
    history_day_zero(date: &str);
    history_day_no_entry(date: &str);
    history_week_total();
    history_grams_per_dose();
    history_doses_per_day();
    history_trend_up(change: &str);
    history_trend_down(change: &str);
    history_trend_flat();
    history_trend_thin();
    history_gap(from: &str, to: &str);
    history_newer_entry();
    history_amended(ago: &str);
    history_retracted(ago: &str);

    // Forecast
    forecast_title();
    forecast_lead();
    forecast_begins(range: &str);
    forecast_peak(range: &str);
    forecast_ends(range: &str);
    forecast_strength(score: &str);
    forecast_day_of(day: u64, days: &str);
    forecast_track_record(held: u64, total: u64);
    forecast_track_record_none();
    forecast_learned_none();
    forecast_learned(count: u64);
    tolerance_title();
    tolerance_lead();
    tolerance_return_warning();
    dependence_title();
    withdrawal_title();

    // Why there is no forecast, and what limits it
    no_forecast_title();
    no_forecast_few_days(days: &str, needed: &str);
    no_forecast_stale(ago: &str);
    no_forecast_unknown_amounts();
    no_forecast_long_gap();
    no_forecast_seven_hydroxy();
    no_forecast_pregnancy();
    notice_thin_data();
    notice_unknown_amounts(count: u64);
    notice_unknown_content();
    notice_new_batch(date: &str);
    notice_seven_hydroxy();
    notice_model_limit(amount: &str);
    notice_co_use();
    notice_stale(date: &str);
    notice_model_general();

    // Charts: titles, descriptions, labels
    chart_level_title();
    chart_level_description(span: &str, now: &str, range: &str, doses: &str);
    chart_level_unit();
    chart_course_level();
    chart_course_withdrawal();
    chart_daily_title();
    chart_daily_description(span: &str, total: &str, doses: &str, gaps: &str);
    chart_grams_unit();
    chart_doses_unit();
    chart_tolerance_title();
    chart_tolerance_description(span: &str, now: &str, range: &str);
    chart_withdrawal_title();
    chart_withdrawal_description(span: &str, onset: &str, peak: &str, range: &str);
    chart_withdrawal_axis();
    chart_withdrawal_unit();
    chart_onset();
    chart_peak();
    chart_plan_title();
    chart_plan_description(from: &str, to: &str, end: &str);
    chart_plan_line();
    chart_year_title();
    chart_year_description(span: &str, logged: &str, zero: &str, unknown: &str, missing: &str);
    chart_year_unit();
    chart_band_half();
    chart_band_most();
    chart_typical();
    chart_limit();
    chart_dose_known();
    chart_dose_unknown();
    chart_forecast();

    // The diary file and its lock: what happened (err) and what to do (rec), in pairs
    err_wrong_passphrase();
    rec_wrong_passphrase();
    err_vault_damaged(place: &str);
    rec_vault_damaged();
    err_vault_newer();
    rec_vault_newer();
    err_vault_read_only();
    rec_vault_read_only();
    err_disk_full();
    rec_disk_full();
    err_vault_busy();
    rec_vault_busy();
    err_device_storage();
    rec_device_storage();
    err_not_a_vault();
    rec_not_a_vault();
    err_vault_exists();
    rec_vault_exists();
    err_vault_missing();
    rec_vault_missing(command: &str);
    err_vault_locked();
    rec_vault_locked();
    err_wrong_recovery_phrase();
    rec_wrong_recovery_phrase();
    err_passphrases_differ();
    rec_passphrases_differ();
    err_passphrase_short();
    rec_passphrase_short(count: u64);
    err_amount_unreadable();
    rec_amount_unreadable();
    err_time_unreadable();
    rec_time_unreadable();
    err_time_future();
    rec_time_future();

    // Forms
    err_day_has_doses();
    rec_day_has_doses();
    err_nothing_answered();
    rec_nothing_answered();
    err_name_missing();
    rec_name_missing();
    err_nothing_to_undo();
    rec_nothing_to_undo();
    err_product_exists();
    rec_product_exists();
    err_out_of_scale();
    rec_out_of_scale(highest: &str);
    err_strength_unreadable();
    rec_strength_unreadable();
    err_entry_gone();
    rec_entry_gone();
    err_zone_unknown();
    rec_zone_unknown();
    web_changed();
    web_removed();
    web_brought_back();
    web_merged(added: u64, healed: u64);
    web_restored();
    web_verified(count: u64);
    // Bringing a diary in
    import_title();
    import_found(program: &str);
    import_preview(entries: &str, from: &str, to: &str);
    import_added(count: u64);
    import_already_there(count: u64);
    import_not_read(count: u64);
    import_row_problem(row: u64, problem: &str);
    import_without_amount(count: u64);
    import_other_substances(count: u64);
    import_nothing();
    import_nothing_new();
    import_undo(command: &str);
    err_import_unknown_format();
    rec_import_unknown_format(command: &str);
    err_import_damaged(place: &str);
    rec_import_damaged();
    err_import_newer(program: &str);
    rec_import_newer();
    err_import_too_large(limit: &str);
    rec_import_too_large();

    // Screens in a terminal
    label_today();
    label_last_dose();
    label_usual();
    label_level();
    label_craving();
    label_mood();
    label_felt();
    usual_day(grams: &str, doses: &str, days: &str);
    day_unknown(doses: &str);
    day_not_in_grams(doses: &str);
    day_total_only(grams: &str);
    day_and_not_in_grams(said: &str, doses: &str);
    tolerance_reading(range: &str);
    withdrawal_now(range: &str);
    stop_peak(range: &str, hours: &str);
    held_waiting(count: u64);
    rests_on(doses: &str, days: &str);
    rests_on_stood_in(count: u64);
    rests_on_left_out(count: u64);
    rests_on_days_without_entry(count: u64, days: u64);
    rests_on_gap(hours: &str);
    no_forecast_nothing();
    no_forecast_few_doses(have: u64, need: u64);
    no_forecast_strength(count: u64);
    no_forecast_mostly_unknown(unknown: u64, total: u64);
    no_forecast_gap(days: &str);
    forecast_since(when: &str);
    forecast_never();
    forecast_days_heading();
    forecast_too_kind();
    forecast_severe();
    in_cases(share: &str);
    day_numbered(day: u64);
    logged(what: &str);
    undo_hint();
    entry_changed();
    products_none();
    strength_unknown();
    sipped_over(duration: &str);
    kind_leaf();
    kind_extract();
    kind_seven_oh();
    kind_other();
    kind_check_in();
    kind_felt();
    kind_note();
    kind_product();
    kind_batch();
    kind_settings();
    kind_person(name: &str);
    kind_import(rows: u64, format: &str);
    kind_held(place: &str, reason: &str);
    unit_tea_ml();
    unit_mg_mitragynine();
    unit_mg_seven_oh();
    unit_teaspoons(count: u64);
    unit_tablespoons(count: u64);
    unit_capsules(count: u64);
    unit_pieces(count: u64);
    records(count: u64);
    err_some_damaged(records: &str);
    rec_some_damaged();
    err_other_vault();
    rec_other_vault();
    err_entry_too_large();
    rec_entry_too_large();
    err_amount_ambiguous();
    rec_amount_ambiguous();
    err_amount_without_unit();
    rec_amount_without_unit();
    err_amount_out_of_range();
    rec_amount_out_of_range();
    err_two_amounts();
    rec_two_amounts();
    err_stray_number();
    rec_stray_number();
    chart_tolerance_unit();
    chart_grams_title();
    chart_doses_title();
    chart_tolerance_none();
}
