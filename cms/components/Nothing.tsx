/** Stands where Payload would put a button that means nothing here (unpublishing: 撤下 is on the release). */
export const Nothing = () => null
