//! The pages on what is known: how it works, tolerance, dependence, withdrawal, products. Which row stands where; no words.

use super::FactDraft::{Row, Source};
use super::Paragraph::Text;
use super::{CurveKind, PageDraft, own, seen, text};
use crate::words::Words;
use ebb_evidence::cited;

pub(super) const PAGES: &[PageDraft] = &[
    PageDraft {
        slug: "how-kratom-works",
        title: Words::learn_how_title,
        lead: Words::learn_how_lead,
        sections: &[
            seen(
                Words::learn_how_receptor_title,
                &[
                    Text(Words::learn_how_receptor_text),
                    Text(Words::learn_how_receptor_more),
                ],
                &[
                    Row(cited::MTG_EMAX_KRUEGEL2016, Words::learn_fact_how_emax),
                    Row(cited::POTENCY_RATIO_KRUEGEL2016, Words::learn_fact_how_ratio),
                ],
            ),
            seen(
                Words::learn_how_time_title,
                &[Text(Words::learn_how_time_text), Text(Words::learn_how_time_more)],
                &[
                    Row(cited::MTG_TMAX_HUESTIS2024_SINGLE, Words::learn_fact_how_peak),
                    Row(cited::FELT_GONE_WITHIN_HOURS, Words::learn_fact_how_gone),
                    Row(cited::MTG_HALF_LIFE_HUESTIS2024_MULTIPLE, Words::learn_fact_how_half),
                    Row(cited::MTG_STEADY_STATE_HUESTIS2024, Words::learn_fact_how_steady),
                ],
            ),
            own(
                Words::learn_how_curve_title,
                &[Text(Words::learn_how_curve_text)],
                &[],
                CurveKind::Level,
            ),
        ],
    },
    PageDraft {
        slug: "tolerance",
        title: Words::learn_tolerance_title,
        lead: Words::learn_tolerance_lead,
        sections: &[
            text(
                Words::learn_tolerance_three_title,
                &[
                    Text(Words::learn_tolerance_three_text),
                    Text(Words::learn_tolerance_three_more),
                ],
            ),
            seen(
                Words::learn_tolerance_signs_title,
                &[
                    Text(Words::learn_tolerance_signs_text),
                    Text(Words::learn_tolerance_signs_more),
                ],
                &[
                    Row(cited::FELT_RAISED_DOSE, Words::learn_fact_tolerance_raised),
                    Row(cited::US2023_TOLERANCE, Words::learn_fact_tolerance_disorder),
                ],
            ),
            text(
                Words::learn_tolerance_why_title,
                &[Text(Words::learn_tolerance_why_text)],
            ),
            own(
                Words::learn_tolerance_back_title,
                &[
                    Text(Words::learn_tolerance_back_text),
                    Text(Words::learn_tolerance_back_more),
                ],
                &[
                    Row(cited::OPIOID_OFFSET_HALF_LIFE_RAT, Words::learn_fact_tolerance_rat),
                    Row(cited::TOLERANCE_RESET_TERTIARY, Words::learn_fact_tolerance_reset),
                ],
                CurveKind::Tolerance,
            ),
            text(
                Words::learn_tolerance_return_title,
                &[Text(Words::learn_tolerance_return_text)],
            ),
        ],
    },
    PageDraft {
        slug: "dependence-and-addiction",
        title: Words::learn_dependence_title,
        lead: Words::learn_dependence_lead,
        sections: &[
            text(
                Words::learn_dependence_body_title,
                &[Text(Words::learn_dependence_body_text)],
            ),
            text(
                Words::learn_dependence_control_title,
                &[Text(Words::learn_dependence_control_text)],
            ),
            text(
                Words::learn_dependence_apart_title,
                &[Text(Words::learn_dependence_apart_text)],
            ),
            seen(
                Words::learn_dependence_often_title,
                &[Text(Words::learn_dependence_often_text)],
                &[
                    Row(cited::US2017_USE_DISORDER, Words::learn_fact_dependence_low),
                    Row(cited::US2023_USE_DISORDER, Words::learn_fact_dependence_middle),
                    Row(cited::MALAYSIA_USE_DISORDER, Words::learn_fact_dependence_high),
                    Row(cited::US2023_WITHDRAWAL, Words::learn_fact_dependence_withdrawal),
                ],
            ),
            text(
                Words::learn_dependence_ebb_title,
                &[Text(Words::learn_dependence_ebb_text)],
            ),
        ],
    },
    PageDraft {
        slug: "withdrawal",
        title: Words::learn_withdrawal_title,
        lead: Words::learn_withdrawal_lead,
        sections: &[
            seen(
                Words::learn_withdrawal_what_title,
                &[
                    Text(Words::learn_withdrawal_what_text),
                    Text(Words::learn_withdrawal_what_more),
                ],
                &[Row(
                    cited::WITHDRAWAL_SCORE_SURVEY_MEAN,
                    Words::learn_fact_withdrawal_score,
                )],
            ),
            seen(
                Words::learn_withdrawal_when_title,
                &[Text(Words::learn_withdrawal_when_text)],
                &[
                    Row(cited::WITHDRAWAL_ONSET_TERTIARY, Words::learn_fact_withdrawal_onset),
                    Row(
                        cited::WITHDRAWAL_ONSET_REVIEWS,
                        Words::learn_fact_withdrawal_onset_reviews,
                    ),
                    Row(cited::WITHDRAWAL_LENGTH_MOST, Words::learn_fact_withdrawal_most),
                    Row(cited::WITHDRAWAL_LENGTH_SOME, Words::learn_fact_withdrawal_some),
                    Row(cited::WITHDRAWAL_PEAK_TERTIARY, Words::learn_fact_withdrawal_peak),
                ],
            ),
            own(
                Words::learn_withdrawal_curve_title,
                &[Text(Words::learn_withdrawal_curve_text)],
                &[],
                CurveKind::Withdrawal,
            ),
            text(
                Words::learn_withdrawal_after_title,
                &[Text(Words::learn_withdrawal_after_text)],
            ),
            text(
                Words::learn_withdrawal_help_title,
                &[
                    Text(Words::learn_withdrawal_help_text),
                    Text(Words::learn_withdrawal_help_more),
                ],
            ),
        ],
    },
    PageDraft {
        slug: "leaf-extract-and-7-oh",
        title: Words::learn_products_title,
        lead: Words::learn_products_lead,
        sections: &[
            seen(
                Words::learn_products_leaf_title,
                &[Text(Words::learn_products_leaf_text)],
                &[
                    Row(cited::LEAF_CONTENT_WILD_THAI, Words::learn_fact_products_wild),
                    Row(cited::LEAF_CONTENT_COMMERCIAL, Words::learn_fact_products_sold),
                ],
            ),
            seen(
                Words::learn_products_extract_title,
                &[Text(Words::learn_products_extract_text)],
                &[
                    Row(cited::EXTRACT_CONTENT_RESEARCH, Words::learn_fact_products_extract),
                    Row(cited::EXTRACT_SHOT_MITRAGYNINE, Words::learn_fact_products_shot),
                ],
            ),
            seen(
                Words::learn_products_seven_title,
                &[
                    Text(Words::learn_products_seven_text),
                    Text(Words::learn_products_seven_more),
                ],
                &[
                    Row(cited::LEAF_SEVEN_OH_SHARE, Words::learn_fact_products_trace),
                    Row(cited::SEVEN_OH_RETAIL_SEMI_SYNTHETIC, Words::learn_fact_products_made),
                    Row(cited::SEVEN_OH_RETAIL_PER_SERVING, Words::learn_fact_products_serving),
                    Source("breathing_mouse2022", Words::learn_fact_products_mouse),
                ],
            ),
            text(
                Words::learn_products_batch_title,
                &[Text(Words::learn_products_batch_text)],
            ),
        ],
    },
];
