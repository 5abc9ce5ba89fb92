import { expect, it } from 'vitest';
import { layerOf, seatsOf } from '../../test/support/schedules.ts';
import type { DeskDuty } from './schedule.ts';
import { ownShifts, seatStrips } from './strips.ts';

const duty = (fields: Partial<DeskDuty>): DeskDuty => ({
  ...{ desk: 'dino', lists: {}, versions: [], overrides: [], leave: [] },
  ...fields,
});
const at = (day: number, hour = 13) => new Date(Date.UTC(2026, 11, day, hour));
const technicians = [
  {
    role: 'technician',
    validFrom: at(-30),
    definition: seatsOf([layerOf(['anna', 'bo'], { from: '2026-12-01' })]),
  },
];

it('a seat is whole from one end of the window to the other: shifts, who stands in, and holes', () => {
  const strips = seatStrips(
    duty({
      versions: technicians,
      overrides: [
        {
          id: 'x',
          role: 'technician',
          seat: 'seat 1',
          insteadOf: undefined,
          person: 'cleo',
          from: at(2, 20),
          to: at(3),
        },
      ],
      leave: [{ person: 'anna', from: at(3, 18), to: at(9) }],
    }),
    at(2),
    at(4, 20),
  );
  // Anna has 1 to 2 and 3 to 4 December, Bo 2 to 3 and 4 to 5, from 08:00 in New York.
  expect(strips).toEqual([
    {
      role: 'technician',
      seat: 'seat 1',
      stretches: [
        { from: at(2), to: at(2, 20), person: 'bo', layer: 'rota', shift: { from: at(2), to: at(2, 20) } },
        { from: at(2, 20), to: at(3), person: 'cleo', override: 'x', shift: { from: at(2, 20), to: at(3) } },
        { from: at(3), to: at(3, 18), person: 'anna', layer: 'rota', shift: { from: at(3), to: at(3, 18) } },
        { from: at(3, 18), to: at(4), person: undefined, shift: undefined },
        { from: at(4), to: at(4, 20), person: 'bo', layer: 'rota', shift: { from: at(4), to: at(5) } },
      ],
    },
  ]);
});

it('a duty list has no shifts of its own; what is laid over it has', () => {
  const listed = duty({
    lists: { sales: ['sal'] },
    overrides: [
      { id: 'x', role: 'sales', seat: '1', insteadOf: undefined, person: 'ty', from: at(2), to: at(3) },
    ],
  });
  expect(ownShifts(listed, at(1), at(9)).map(({ person, from, to }) => [person, from, to])).toEqual([
    ['ty', at(2), at(3)],
  ]);
  const [strip] = seatStrips(listed, at(1), at(9));
  expect(strip?.stretches.map(({ person, shift }) => [person, shift?.from])).toEqual([
    ['sal', undefined],
    ['ty', at(2)],
    ['sal', undefined],
  ]);
});
