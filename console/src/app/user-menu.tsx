import { DesktopOutlined, LogoutOutlined, MoonOutlined, SunOutlined, TranslationOutlined, UserOutlined } from '@ant-design/icons'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Dropdown, type MenuProps } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { http } from '@/lib/http'
import { useKeepPreference } from '@/lib/keep-preference'
import { usePreferences } from '@/lib/preferences-context'
import { ROUTES } from '@/lib/routes'
import { useSession, type Language } from '@/lib/session'

export function UserMenu() {
  const { t } = useTranslation('shell')
  const { user } = useSession()
  const { theme, language } = usePreferences()
  const keep = useKeepPreference()
  const client = useQueryClient()
  const navigate = useNavigate()
  const leave = useMutation({
    mutationFn: () => http.remove('/session'),
    // Only once the screens are gone may what they show be forgotten; else they would ask again.
    onSettled: async () => {
      await navigate(ROUTES.signIn)
      client.clear()
    },
  })
  const other: Language = language === 'en' ? 'zh' : 'en'
  const items: MenuProps['items'] = [
    { key: 'who', type: 'group', label: `${user.name} · ${t(`role.${user.role}`)}` },
    { type: 'divider' },
    {
      key: 'theme', type: 'group', label: t('theme.title'),
      children: [
        { key: 'light', icon: <SunOutlined />, label: t('theme.light') },
        { key: 'dark', icon: <MoonOutlined />, label: t('theme.dark') },
        { key: 'system', icon: <DesktopOutlined />, label: t('theme.system') },
      ],
    },
    { type: 'divider' },
    { key: 'language', icon: <TranslationOutlined />, label: t('switchLanguage') },
    { key: 'leave', icon: <LogoutOutlined />, label: t('signOut') },
  ]
  const choose: MenuProps['onClick'] = ({ key }) => {
    if (key === 'light' || key === 'dark' || key === 'system') keep.theme(key)
    if (key === 'language') keep.language(other)
    if (key === 'leave') leave.mutate()
  }
  return (
    <>
      <Button className="wide-only" type="text" icon={<TranslationOutlined />} onClick={() => keep.language(other)} lang={other === 'zh' ? 'zh-CN' : 'en'}>
        {other === 'zh' ? '中文' : 'English'}
      </Button>
      <Dropdown trigger={['click']} getPopupContainer={(button) => button.parentElement ?? document.body} placement="bottomRight" menu={{ items, onClick: choose, selectable: true, selectedKeys: [theme] }}>
        <Button type="text" shape="circle" icon={user.name ? <span className="initial" aria-hidden="true">{user.name.slice(0, 1)}</span> : <UserOutlined />} aria-label={t('account', { name: user.name })} />
      </Dropdown>
    </>
  )
}
