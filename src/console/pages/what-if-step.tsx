import type { ComponentChildren } from 'preact';

/** A step of what would happen: when, or what is done, and then what. */
export function Step(props: {
  time?: ComponentChildren;
  small?: ComponentChildren;
  bad?: boolean;
  children: ComponentChildren;
}) {
  return (
    <li class={props.bad ? 'bad' : undefined}>
      <p class="at">
        {props.time}
        {props.small !== undefined && <small>{props.small}</small>}
      </p>
      <div>{props.children}</div>
    </li>
  );
}
