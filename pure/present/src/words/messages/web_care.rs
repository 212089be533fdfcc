//! The messages of the web app's screens for check-in, craving, help, settings and about. Texts in `words/en-web-care.ftl`.

use super::super::{FluentArgs, Message, Words, value};

messages! {
    WEB_CARE:

    // Around: titles, the door, drafts
    care_window_title(place: &str, app: &str);
    care_show_passphrase();
    care_passphrase_common();
    care_confirm_title();

    // Score sliders
    care_not_said();
    care_hours(hours: &str);
    care_leave_out(what: &str);
    care_when();
    care_when_now();
    care_when_other();
    care_when_field();

    // Check-in
    care_check_in_lead();
    care_right_now();
    care_last_night();
    care_craving();
    care_craving_low();
    care_craving_high();
    care_mood();
    care_mood_low();
    care_mood_high();
    care_energy();
    care_energy_low();
    care_energy_high();
    care_focus();
    care_focus_low();
    care_focus_high();
    care_sleep();
    care_sleep_low();
    care_sleep_high();
    care_hours_slept();
    care_note();
    care_signs_title();
    care_signs_lead();
    care_signs_answered(n: &str);
    care_signs_group(name: &str, n: &str, all: &str);
    care_signs_clear();
    care_signs_similar();
    care_overall();
    care_overall_field();
    care_overall_low();
    care_overall_high();
    care_overall_settled();
    care_group_mind();
    care_group_head();
    care_group_warmth();
    care_group_muscles();
    care_group_stomach();
    care_sign_anxious();
    care_sign_yawning();
    care_sign_sweating();
    care_sign_watery_eyes();
    care_sign_runny_nose();
    care_sign_goose_bumps();
    care_sign_shaking();
    care_sign_hot_flushes();
    care_sign_cold_flushes();
    care_sign_aching();
    care_sign_restless();
    care_sign_queasy();
    care_sign_vomiting();
    care_sign_twitching();
    care_sign_stomach_cramps();
    care_sign_want_some_now();
    care_much_none();
    care_much_little();
    care_much_some();
    care_much_lot();
    care_much_very();
    care_check_in_save();
    care_heavy();
    care_heavy_link();

    // Craving
    care_craving_lead();
    care_help_line();
    care_craving_strength();
    care_craving_strength_low();
    care_craving_strength_high();
    care_trigger();
    care_trigger_own();
    care_trigger_hint();
    care_timer_length();
    care_timer_minutes(n: &str);
    care_timer_start();
    care_only_note();
    care_sitting_title();
    care_timer_of(n: &str);
    care_timer_left(left: &str);
    care_timer_began(score: &str);
    care_timer_away();
    care_timer_reached();
    care_timer_over();
    care_timer_more(n: &str);
    care_timer_stop();
    care_outcome();
    care_outcome_passed();
    care_outcome_still();
    care_outcome_used();
    care_outcome_save();
    care_minutes_field();
    care_closed_title();
    care_closed_passed();
    care_closed_still();
    care_closed_used();
    care_closed_open();
    care_closed_log();
    care_closed_again();
    care_closed_today();
    care_breathe_title();
    care_breathe_lead();
    care_breathe_even_lead();
    care_breathe_in();
    care_breathe_out();
    care_breathe_pace();
    care_breathe_four_six();
    care_breathe_even();
    care_breathe_begin();
    care_breathe_stop();

    // Help: one's own people
    care_people_locked();
    care_person_add();
    care_person_name();
    care_person_number();
    care_person_note();
    care_person_sealed();
    care_person_added();
    care_person_remove(name: &str);
    err_number_unreadable();
    rec_number_unreadable();

    // Settings
    care_looks();
    care_theme();
    care_theme_system();
    care_theme_light();
    care_theme_dark();
    care_privacy();
    care_hide_hint();
    care_plain();
    care_plain_hint(name: &str);
    care_lock_after();
    care_lock_never();
    care_lock_hint();
    care_days();
    care_day_start();
    care_day_start_hint();
    care_zone();
    care_zone_hint();
    care_kept_here(entries: &str);
    care_verify();
    care_passphrase_change();
    care_passphrase_old();
    care_passphrase_change_hint();
    care_passphrase_changed();
    care_phrase_new();
    care_phrase_unsure();
    care_phrase_unsure_text();
    care_phrase_new_hint();
    care_phrase_make();
    care_phrase_changed();
    care_this_app();
    care_update_lead();
    care_update_look();
    care_update_none();
    care_update_fetching();
    care_update_no_answer();
    care_update_ready();
    care_update_now();
    care_installed();
    care_install_title();
    care_install_button();
    care_install_why();
    care_install_android();
    care_install_android_how();
    care_install_apple();
    care_install_apple_how();
    care_install_desktop();
    care_install_desktop_how();
    care_erase_title();
    care_erase_open();
    care_erase_what();
    care_erase_backup();
    care_erase_type(word: &str);
    care_erase_word();
    care_erase_button();

    // About
    care_is_not_shop();
    care_privacy_sealed();
    care_privacy_nobody();
    care_privacy_outside();
    care_privacy_limits();
    care_sources();
    care_sources_text();
    care_version();
    care_version_text(version: &str, build: &str);
    care_licences();
    care_licence_own();
    care_licences_text();
    care_licences_show();
    care_licences_missing();

    // The state of the diary
    care_damaged(records: &str);
    care_damaged_advice();
}
