/**
 * Tests run at noon in Kyiv, whenever they are run: "yesterday" ended some hours ago, and no day changes under a test. The
 * clock goes on as usual from there. Another hour looks further: `CLOCK=00:10 npm test`.
 */
const [hours = 12, minutes = 0] = (process.env.CLOCK ?? '12:00').split(':').map(Number);
const RealDate = Date;
const inKyiv = Object.fromEntries(
  new Intl.DateTimeFormat('en', {
    timeZone: 'Europe/Kyiv',
    hourCycle: 'h23',
    hour: 'numeric',
    minute: 'numeric',
  })
    .formatToParts()
    .map(({ type, value }) => [type, Number(value)]),
);
const shiftMs = ((hours - (inKyiv.hour ?? 0)) * 60 + minutes - (inKyiv.minute ?? 0)) * 60_000;

globalThis.Date = new Proxy(RealDate, {
  construct: (target, args, newTarget) =>
    Reflect.construct(target, args.length > 0 ? args : [target.now() + shiftMs], newTarget),
  apply: target => new target(target.now() + shiftMs).toString(),
  get: (target, key) => (key === 'now' ? () => target.now() + shiftMs : Reflect.get(target, key)),
});
