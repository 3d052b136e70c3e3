import { useMutation, useQuery } from '@tanstack/react-query'
import { Form, Input, Modal, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useFormat } from '@/lib/format'
import { http } from '@/lib/http'
import { useLabel } from '@/lib/i18n'
import { Load, Skeleton } from '@/ui/load'
import { ProblemAlert } from '@/ui/problem-alert'
import type { Variable } from './variables-page'

interface Question {
  survey: string
  question: string
  customers: Record<string, number>
}

interface Props {
  variables: Variable[]
  onSaved: () => void
  onClose: () => void
}

interface Values {
  asked: number
  attribute: string
  /** In the order of the answers. */
  meanings?: (string | undefined)[]
}

/** Says which answers to a question describe customers. */
export function MappingDialog(props: Props) {
  const { t } = useTranslation('variables')
  const questions = useQuery({ queryKey: ['survey-questions'], queryFn: async () => (await http.get<{ items: Question[] }>('/survey-questions')).items })
  if (questions.data && questions.data.length > 0) return <Filled {...props} questions={questions.data} />
  return (
    <Modal open title={t('survey.new')} footer={null} onCancel={props.onClose}>
      <Load query={questions} skeleton={<Skeleton lines={4} />}>{() => <p className="muted">{t('survey.noQuestions')}</p>}</Load>
    </Modal>
  )
}

function Filled({ variables, questions, onSaved, onClose }: Props & { questions: Question[] }) {
  const { t } = useTranslation('variables')
  const { t: common } = useTranslation()
  const label = useLabel()
  const format = useFormat()
  const [form] = Form.useForm<Values>()
  const asked = Form.useWatch('asked', form)
  const attribute = Form.useWatch('attribute', form)
  const question = questions[asked ?? 0]
  const answers = Object.entries(question?.customers ?? {})
  const choices = variables.find(({ standard }) => standard.name === attribute)?.standard.values ?? []
  const save = useMutation({
    mutationFn: ({ attribute: name, meanings = [] }: Values) => http.post('/survey-mappings', {
      survey: question?.survey, question: question?.question, attribute: name,
      answers: Object.fromEntries(answers.flatMap(([answer], i) => (meanings[i] ? [[answer, meanings[i]]] : []))),
    }),
    onSuccess: () => { onSaved(); onClose() },
  })
  return (
    <Modal open title={t('survey.new')} okText={common('save')} cancelText={common('cancel')} confirmLoading={save.isPending} onOk={() => form.submit()} onCancel={onClose}>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={(values) => save.mutate(values)} initialValues={{ asked: 0 }}>
        <Form.Item name="asked" label={t('survey.question')}><Select options={questions.map((one, i) => ({ value: i, label: `${one.survey} · ${one.question}` }))} onChange={() => form.setFieldValue('meanings', [])} /></Form.Item>
        <Form.Item name="attribute" label={t('variable')} rules={[{ required: true, message: t('needed') }]}><Select options={variables.map(({ standard }) => ({ value: standard.name, label: label(standard.label, standard.name) }))} onChange={() => form.setFieldValue('meanings', [])} /></Form.Item>
        {answers.map(([answer, customers], i) => (
          <Form.Item key={answer} name={['meanings', i]} label={`${answer} (${format.number(customers)})`}>
            {choices.length > 0 ? <Select allowClear placeholder={t('survey.nothing')} options={choices.map((one) => ({ value: one.key, label: label(one.label, one.key) }))} /> : <Input placeholder={t('survey.same')} maxLength={200} />}
          </Form.Item>
        ))}
      </Form>
      {save.isError && <ProblemAlert error={save.error} />}
    </Modal>
  )
}
