import { Button, Dropdown, type ButtonProps, type MenuProps } from 'antd'

interface Props extends ButtonProps {
  items: MenuProps['items']
  onPick: (key: string) => void
  menuClass?: string
}

/** A button that opens a menu; the keyboard goes into the menu, and the arrows through it. */
export function MenuButton({ items, onPick, menuClass, ...button }: Props) {
  return (
    // eslint-disable-next-line jsx-a11y/no-autofocus -- the menu takes the focus when it opens, as a menu button does
    <Dropdown autoFocus trigger={['click']} menu={{ items, className: menuClass, onClick: ({ key }) => onPick(key) }}>
      <Button aria-haspopup="menu" {...button} />
    </Dropdown>
  )
}
