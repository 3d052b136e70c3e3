import { Button, type ButtonProps } from 'antd'
import { useHref, useLinkClickHandler } from 'react-router'

/** A link that looks like a button: one element, so one stop for the keyboard. */
export function LinkButton({ to, ...props }: ButtonProps & { to: string }) {
  const href = useHref(to)
  const go = useLinkClickHandler<HTMLAnchorElement>(to)
  return <Button href={href} onClick={(event) => go(event as React.MouseEvent<HTMLAnchorElement>)} {...props} />
}
