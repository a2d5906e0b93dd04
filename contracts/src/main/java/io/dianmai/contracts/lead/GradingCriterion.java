package io.dianmai.contracts.lead;

/** What was observed of a customer; the grading policy turns criteria into a {@link Level}. */
public enum GradingCriterion {
    ORDERED_AND_DELIVERED,
    DEPOSIT_TAKEN,
    MODEL_AND_COLOUR_CHOSEN,
    PAYMENT_AND_DELIVERY_GIVEN,
    INSTALMENT_PAPERS_UNDER_WAY,
    TRADE_IN_UNDER_WAY,
    TERMS_DISCUSSED,
    PURCHASE_TIME_SET,
    NEXT_MEETING_SET,
    CAME_BACK,
    ASKED_HELP_WITH_OLD_CAR,
    WISHES_TO_BUY,
    CHOOSING_A_MODEL,
    HESITATING_BETWEEN_MODELS,
    QUALIFIED_BUYER
}
