/**
 * The texts that a receiver's secret signs by HMAC-SHA256. The generic one is that of the Standard Webhooks specification
 * (standardwebhooks.com), so that receivers have libraries for it.
 */

/** Goes out as `webhook-signature: v1,<base64>` beside `webhook-id` and `webhook-timestamp`, which is in seconds. */
export const standardText = (id: string, seconds: number, body: string): string => `${id}.${seconds}.${body}`

/** Goes out as `sign` in the address of the robot, base64, beside `timestamp`, which is in milliseconds. */
export const dingtalkText = (milliseconds: number, secret: string): string => `${milliseconds}\n${secret}`
