import type { Endpoint } from 'payload'
import { bodyOf, idIn, textIn, textsIn } from '../requests/body.ts'
import {
  approveSubmission,
  handOverSubmission,
  remindOf,
  retractSubmission,
  returnSubmission,
  withdrawRelease,
} from '../workflow/decisions.ts'
import type { ContentSlug } from '../records/rows.ts'
import { readPaperNotes } from '../workflow/paper.ts'
import { previewContent } from '../workflow/preview.ts'
import { MOST_PASTED, proposeContent } from '../workflow/propose.ts'
import { pinsIn } from '../workflow/pins.ts'
import { readReturned } from '../workflow/returned.ts'
import { checkContent, submitContent } from '../workflow/submit.ts'

const COMMENT_LIMIT = 500
const DIGEST_LIMIT = 64
const REASON_LIMIT = 200
/** More than there are checks that ask. */
const MOST_REASONS = 40
const reasonsIn = (body: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> =>
  textsIn(body, 'confirmed', MOST_REASONS, REASON_LIMIT)
const GRID_LIMIT = 100
const ID_LIMIT = 64
const seenIn = (body: Readonly<Record<string, unknown>>): string => textIn(body, 'digest', DIGEST_LIMIT)

export const submitEndpoint = (slug: ContentSlug): Endpoint => ({
  path: '/:id/submit',
  method: 'post',
  handler: async (req) => {
    const { leftOut, notOnPaper, ...submission } = await submitContent(
      req,
      slug,
      idIn(req),
      reasonsIn(await bodyOf(req)),
    )
    const left_out = leftOut.map(({ grid, fault: { message_zh, message_en } }) => ({
      grid,
      message_zh,
      message_en,
    }))
    return Response.json({ submission, left_out, not_on_paper: notOnPaper }, { status: 201 })
  },
})

/** What 送审 would refuse now; stores nothing. */
export const checkEndpoint = (slug: ContentSlug): Endpoint => ({
  path: '/:id/check',
  method: 'post',
  handler: async (req) =>
    Response.json({ faults: await checkContent(req, slug, idIn(req), reasonsIn(await bodyOf(req))) }),
})

/** The pages these words would have, stored or not (DESK-70). */
export const previewEndpoint = (slug: ContentSlug): Endpoint => ({
  path: '/preview',
  method: 'post',
  handler: async (req) => {
    const body = await bodyOf(req)
    const { draft } = body
    const isRow = typeof draft === 'object' && draft !== null && !Array.isArray(draft)
    return Response.json(
      await previewContent(req, slug, {
        draft: isRow ? (draft as Readonly<Record<string, unknown>>) : {},
        grid: textIn(body, 'grid', GRID_LIMIT),
        whole: body['whole'] === true,
      }),
    )
  },
})

/** What a pasted text says, for the form of a new content (IMP-22); stores nothing. */
export const proposeEndpoint = (slug: ContentSlug): Endpoint => ({
  path: '/propose',
  method: 'post',
  handler: async (req) =>
    Response.json(proposeContent(req, slug, textIn(await bodyOf(req), 'text', MOST_PASTED))),
})

/** On which printed things the draft will not go as it stands; stores nothing. */
export const paperEndpoint = (slug: ContentSlug): Endpoint => ({
  path: '/:id/paper',
  method: 'post',
  handler: async (req) => Response.json({ notes: await readPaperNotes(req, slug, idIn(req)) }),
})

/** What was written on the content when it was returned last, and what of it was mended since. */
export const returnedEndpoint = (slug: ContentSlug): Endpoint => ({
  path: '/:id/returned',
  method: 'get',
  handler: async (req) => Response.json({ returned: await readReturned(req, slug, idIn(req)) }),
})

const approve = (path: string): Endpoint => ({
  path,
  method: 'post',
  handler: async (req) => {
    const body = await bodyOf(req)
    const comment = textIn(body, 'comment', COMMENT_LIMIT)
    return Response.json(await approveSubmission(req, idIn(req), comment, seenIn(body), reasonsIn(body)))
  },
})

/** 通过 and 签发 are one door: what it means follows from what is there already. */
export const decisionEndpoints: Endpoint[] = [
  approve('/:id/approve'),
  approve('/:id/issue'),
  {
    path: '/:id/return',
    method: 'post',
    handler: async (req) => {
      const body = await bodyOf(req)
      const comment = textIn(body, 'comment', COMMENT_LIMIT)
      return Response.json(await returnSubmission(req, idIn(req), comment, pinsIn(body)))
    },
  },
  {
    path: '/:id/retract',
    method: 'post',
    handler: async (req) => Response.json(await retractSubmission(req, idIn(req))),
  },
  {
    path: '/:id/remind',
    method: 'post',
    handler: async (req) => Response.json(await remindOf(req, idIn(req))),
  },
  {
    path: '/:id/hand-over',
    method: 'post',
    handler: async (req) => {
      const body = await bodyOf(req)
      const comment = textIn(body, 'comment', COMMENT_LIMIT)
      return Response.json(await handOverSubmission(req, idIn(req), textIn(body, 'to', ID_LIMIT), comment))
    },
  },
]

export const withdrawEndpoint: Endpoint = {
  path: '/:id/withdraw',
  method: 'post',
  handler: async (req) => {
    const body = await bodyOf(req)
    const reason = textIn(body, 'reason', COMMENT_LIMIT)
    return Response.json(await withdrawRelease(req, idIn(req), reason, seenIn(body)))
  },
}
