/** Identifiers. On both databases every id is a string (UUID on SQLite, 24 hex on MongoDB); brands keep them apart. */
declare const brand: unique symbol
type Branded<Name extends string> = string & { readonly [brand]: Name }

export type UserId = Branded<'user'>
export type UnitId = Branded<'unit'>
export type PlaceId = Branded<'place'>
export type ScreenId = Branded<'screen'>
export type MediaId = Branded<'media'>
export type ContentId = Branded<'content'>
export type SubmissionId = Branded<'submission'>
export type ReleaseId = Branded<'release'>
export type PlaylistId = Branded<'playlist'>
export type ScheduleId = Branded<'schedule'>

/** Lower-case hex SHA-256 (64 characters) of the bytes it names. */
export type Sha256 = Branded<'sha256'>
/** Key of a group of like screens: first 16 hex digits of the SHA-256 of what makes them alike (PUB-1). */
export type GroupKey = Branded<'group'>
/** Milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number

const SHA256 = /^[0-9a-f]{64}$/

export const isSha256 = (text: unknown): text is Sha256 => typeof text === 'string' && SHA256.test(text)
