//! The messages of the web app's screens for logging, entries and how a dose felt. Texts in `words/en-web-log.ftl`.

use super::super::{FluentArgs, Message, Words, value};

messages! {
    WEB_LOG:

    // Covered figures
    log_covered();
    log_covered_here();
    log_uncover();

    // Today
    today_in_doses(doses: &str);
    today_at_least(doses: &str);
    today_unknown_amounts(count: u64);
    today_until(day: &str, time: &str);
    today_in_all();
    today_amounts_unknown();
    today_not_in_grams();
    today_and_not_in_grams(count: u64);
    today_grams();
    today_doses();
    today_usual_is(figure: &str);
    today_beside_usual();
    today_entries();
    today_all_days();
    today_log_first();
    today_log_again_short(dose: &str);
    today_log_another();
    today_entries_all(count: u64);
    today_held(count: u64);
    today_held_show();
    today_empty_title();
    today_empty_text();
    today_empty_import();
    today_empty_later();
    today_empty_first();
    today_empty_first_text();
    today_empty_days();
    today_empty_days_text();
    today_empty_weeks();
    today_empty_weeks_text();
    today_empty_quiet();
    today_where();
    today_see_course();
    today_reading_lead();
    today_reading_working();
    today_tolerance_scale();
    today_withdrawal_now();
    today_stop_hardest();
    today_likely(range: &str);
    today_quiet_learn();
    today_only_here();
    today_only_here_text();
    today_backup();
    today_demo();
    today_demo_text();
    today_demo_leave();
    today_update();
    today_update_text();
    today_update_now();

    // The next step, if there is one
    next_title();
    next_open_day();
    next_open_day_none();
    next_open_day_add();
    next_pause(gap: &str);
    next_pause_go();
    next_check_in();
    next_check_in_go();

    // How a dose felt
    felt_ask(time: &str);
    felt_ask_yesterday(time: &str);
    felt_ask_hours(time: &str);
    felt_ask_hours_yesterday(time: &str);
    felt_strength();
    felt_hours();
    felt_not_at_all();
    felt_very_strongly();
    felt_why();
    felt_not_now();
    felt_title();
    felt_said(felt: &str);
    felt_nothing_said();
    felt_too_early();
    felt_take_back();
    felt_noted(time: &str);

    // Log
    log_title();
    log_amount();
    log_usual();
    log_usual_why();
    log_another();
    log_less();
    log_more();
    log_quick();
    log_unit();
    log_other_units();
    log_unknown();
    log_when();
    log_when_quick();
    log_ago(ago: &str, clock: &str);
    log_hours_ago();
    log_another_day();
    log_wall();
    log_day();
    log_day_only();
    log_at_wall(day: &str, time: &str);
    log_product();
    log_product_none();
    log_product_new();
    log_product_new_hint();
    log_product_add();
    log_extras();
    log_reason();
    log_reasons();
    log_mood();
    log_stomach();
    log_not_said();
    log_stomach_empty();
    log_stomach_quarter();
    log_stomach_half();
    log_stomach_full();
    log_stomach_very_full();
    log_over();
    log_at_once();
    log_note();
    log_it(dose: &str, when: &str);
    log_it_anyhow();
    log_unknown_dose();
    log_unknown_dose_of(product: &str);
    log_something_else();
    log_co_use_title();
    log_co_use_text();
    log_note_title();
    log_note_text();
    log_none_title();
    log_none_text();
    log_err_nothing();
    log_err_two_ways();
    log_err_no_amount();
    err_time_skipped();
    rec_time_skipped();

    // Another substance, and notes
    co_use_lead();
    co_use_mixing();
    co_use_what();
    co_use_what_hint();
    co_use_lately();
    co_use_amount();
    co_use_unit();
    co_use_unit_hint();
    co_use_save();
    note_lead();
    note_text();
    note_milestone();
    note_save();

    // Entries
    entry_changed_mark();
    entry_imported_mark();
    entry_dose();
    entry_dose_unknown();
    entry_felt();
    entry_note();
    entry_milestone();
    entry_foreign_plan();
    entry_product(name: &str);
    entry_batch();
    entry_import();
    entry_held();
    entry_title();
    entry_withdrawal();
    entry_energy();
    entry_focus();
    entry_sleep();
    entry_slept(time: &str);
    entry_urge_passed();
    entry_urge_used();
    entry_urge_ongoing();
    entry_nothing_taken();
    entry_day_unknown();
    entry_day_total(amount: &str);
    entry_save();
    entry_remove();
    entry_change();
    entry_words_of_note();
    entry_how_kept();
    entry_as_before();
    entry_imported_why();
    entry_nothing_to_change();
    entry_held_title();
    entry_held_because();
    entry_held_why();
    entry_held_place();
    entry_held_row();
    entry_held_log();
    entry_import_remove();
}
