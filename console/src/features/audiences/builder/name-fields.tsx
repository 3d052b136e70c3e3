import { AutoComplete, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { isProblem } from '@/lib/problem'
import { useFolders } from '../api'

export interface Naming {
  name: string
  description: string
  folder: string
}

export interface NamingProps {
  naming: Naming
  onNaming: (naming: Naming) => void
}

/** What was left empty is not sent. */
export function named({ name, description, folder }: Naming) {
  return { name: name.trim(), description: description.trim() || undefined, folder: folder.trim() || undefined }
}

interface Props {
  value: Naming
  onChange: (value: Naming) => void
  error: unknown
}

/** What an audience is called and where it is kept. */
export function NameFields({ value, onChange, error }: Props) {
  const { t } = useTranslation('audiences')
  const folders = useFolders()
  const wrong = (field: string) => (isProblem(error) ? error.errors.find(({ pointer }) => pointer === `/${field}`)?.message : undefined)
  const field = (name: keyof Naming) => ({ label: t(`naming.${name}`), htmlFor: `audience-${name}`, validateStatus: wrong(name) ? ('error' as const) : undefined, help: wrong(name) })
  return (
    <Form layout="vertical" component="div" className="naming">
      <Form.Item {...field('name')} required><Input id="audience-name" value={value.name} maxLength={200} onChange={(event) => onChange({ ...value, name: event.target.value })} /></Form.Item>
      <Form.Item {...field('folder')}><AutoComplete id="audience-folder" value={value.folder} options={folders.map((folder) => ({ value: folder }))} showSearch={{ filterOption: true }} onChange={(folder: string) => onChange({ ...value, folder })} /></Form.Item>
      <Form.Item {...field('description')} className="wide"><Input id="audience-description" value={value.description} maxLength={2000} onChange={(event) => onChange({ ...value, description: event.target.value })} /></Form.Item>
    </Form>
  )
}
