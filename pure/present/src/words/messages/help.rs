//! The messages of Help: signs, lines, countries. Texts in `words/en-help.ftl`; which sign is which is said in [`crate::help`].

use super::super::{FluentArgs, Message, Words, value};

messages! {
    HELP:

    // Help: what stands before everything else
    help_title();
    help_lead();
    help_signs_title();
    help_lines_title();
    help_act_emergency();
    help_act_today();
    help_act_soon();
    help_why();
    help_what_to_do();
    help_urgency_is_ours();
    help_say_kratom();

    // Help: how far a statement may be trusted
    grounds_line(source: &str, population: &str, grounds: &str);
    grounds_a();
    grounds_b();
    grounds_c();
    grounds_d();
    grounds_e();
    grounds_f();
    grounds_j();
    grounds_m();

    // Help: signs. What is seen, why it matters, what to do
    help_sign_not_breathing();
    help_why_not_breathing();
    help_do_not_breathing();
    help_sign_seizure();
    help_why_seizure();
    help_do_seizure();
    help_sign_heart();
    help_why_heart();
    help_do_heart();
    help_sign_overheated();
    help_why_overheated();
    help_do_overheated();
    help_sign_confused();
    help_why_confused();
    help_do_confused();
    help_sign_suicide();
    help_why_suicide();
    help_do_suicide();
    help_sign_stroke();
    help_why_stroke();
    help_do_stroke();
    help_sign_child();
    help_why_child();
    help_do_child();
    help_sign_mixed();
    help_why_mixed();
    help_do_mixed();
    help_sign_two_withdrawals();
    help_why_two_withdrawals();
    help_do_two_withdrawals();
    help_sign_liver();
    help_why_liver();
    help_do_liver();
    help_sign_dehydrated();
    help_why_dehydrated();
    help_do_dehydrated();
    help_sign_pregnant();
    help_why_pregnant();
    help_do_pregnant();
    help_sign_low_mood();
    help_why_low_mood();
    help_do_low_mood();
    help_sign_medicines();
    help_why_medicines();
    help_do_medicines();
    help_sign_illness();
    help_why_illness();
    help_do_illness();

    // Help: lines by country
    help_verify();
    help_not_verified();
    help_verified(date: &str);
    help_country_choose();
    help_country_why();
    help_numbers_of(country: &str, checked: &str);
    help_country_change();
    help_elsewhere();
    help_works_locked();
    help_call(number: &str);
    help_text(number: &str);
    help_line(name: &str, number: &str);
    help_service_emergency();
    help_service_crisis();
    help_service_poison();
    help_service_advice();
    help_service_drugs();
    help_reach_call();
    help_reach_call_or_text();
    help_reach_text(word: &str);
    help_hours_always();
    help_hours_daily(from: &str, to: &str);
    help_hours_weekdays(from: &str, to: &str);
    help_hours_unknown();

    // Help: countries
    country_at();
    country_au();
    country_be();
    country_ca();
    country_ch();
    country_cz();
    country_de();
    country_dk();
    country_es();
    country_eu();
    country_fi();
    country_fr();
    country_gb();
    country_gr();
    country_hu();
    country_ie();
    country_in();
    country_it();
    country_jp();
    country_lu();
    country_my();
    country_nl();
    country_no();
    country_nz();
    country_pl();
    country_pt();
    country_ro();
    country_se();
    country_th();
    country_us();
    country_zz();
}
