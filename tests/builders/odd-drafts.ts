import type { Draft } from '../../src/content/index.ts'

/** Drafts of every kind whose words are these, by collection. */
export const draftsOf = (words: string): readonly (readonly [collection: string, draft: Draft])[] => [
  [
    'cases',
    {
      title: words,
      accent: '',
      fraudClass: 'care-investment',
      story: Array.from({ length: 12 }, () => words).join('\n'),
      lesson: words,
    },
  ],
  [
    'cases',
    { title: '免费鸡蛋，骗走两万', fraudClass: 'other', story: `王婶去听课\n${words}`, beatAccents: words },
  ],
  [
    'techniques',
    {
      title: words,
      accent: words,
      fraudClass: 'fake-police',
      steps: Array.from({ length: 4 }, () => ({ heSays: words, youDo: words })),
    },
  ],
  ['slogans', { text: words, accent: '' }],
]
