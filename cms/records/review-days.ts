/** Days a submission may wait for its next step before it is overdue, where the town has said nothing else. */
export const DAYS_TO_REVIEW = 3
