import { say, type DeskLanguage } from '../../web/language.ts'

type Props = {
  readonly name: string
  readonly version: number
  /** Address of the thumbnail; null where there is none. */
  readonly thumb: string | null
  readonly standing: readonly string[]
  readonly language: DeskLanguage
  /** Whether its words are read before it is put in: then they stand open. */
  readonly open?: boolean
}

/** A template as people know it: its look, its name, and the words it brings, which are of no release (TPL-26). */
export const TemplateFace = ({ name, version, thumb, standing, language, open = false }: Props) => (
  <article className="ss-template">
    {thumb && <img src={thumb} alt="" loading="lazy" />}
    <div>
      <strong>{name}</strong>
      <span className="ss-secondary">{say(language, `第${version}版`, `version ${version}`)}</span>
      {standing.length === 0 ? (
        <p className="ss-secondary">{say(language, '没有自己固定的字', 'No words of its own')}</p>
      ) : (
        <details open={open}>
          <summary>
            {say(
              language,
              `自己固定的字 ${standing.length} 处`,
              `${standing.length} standing words of its own`,
            )}
          </summary>
          <ul>
            {standing.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  </article>
)

/** A new version has a new address, so that an old picture is not kept. */
export const thumbAddress = (id: string, version: number): string =>
  `/api/poster-templates/thumb/${id}?version=${version}`
