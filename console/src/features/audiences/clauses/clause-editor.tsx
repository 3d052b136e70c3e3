import type { Clause } from '../language/types'
import { AnniversaryEditor, AttributeChangedEditor, AttributeEditor } from './attribute'
import { FactsEditor } from './facts'
import { ConsentEditor, IdentityEditor, TagEditor } from './reach'
import { PreferenceEditor } from './preference'
import { SequenceEditor } from './sequence'
import { ShortEditor } from './short-forms'
import { AudienceEditor, BucketEditor, ScoreEditor, StageEditor, StageMovedEditor } from './standing'

interface Props {
  value: Clause
  onChange: (value: Clause) => void
}

/** The editor of the clause's kind. */
export function ClauseEditor({ value, onChange }: Props) {
  switch (value.type) {
    case 'attribute': return <AttributeEditor value={value} onChange={onChange} />
    case 'attributeChanged': return <AttributeChangedEditor value={value} onChange={onChange} />
    case 'anniversary': return <AnniversaryEditor value={value} onChange={onChange} />
    case 'identity': return <IdentityEditor value={value} onChange={onChange} />
    case 'consent': return <ConsentEditor value={value} onChange={onChange} />
    case 'tag': return <TagEditor value={value} onChange={onChange} />
    case 'preference': return <PreferenceEditor value={value} onChange={onChange} />
    case 'score': return <ScoreEditor value={value} onChange={onChange} />
    case 'stage': return <StageEditor value={value} onChange={onChange} />
    case 'stageMoved': return <StageMovedEditor value={value} onChange={onChange} />
    case 'facts': return <FactsEditor value={value} onChange={onChange} />
    case 'sequence': return <SequenceEditor value={value} onChange={onChange} />
    case 'audience': return <AudienceEditor value={value} onChange={onChange} />
    case 'bucket': return <BucketEditor value={value} onChange={onChange} />
    default: return <ShortEditor value={value} onChange={onChange} />
  }
}
