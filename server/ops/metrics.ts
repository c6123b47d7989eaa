/**
 * The numbers of the process for Prometheus, to be had at the admin address only.
 *
 * Nothing is counted per person, per team or per board: a label is a code of the table of refusals, or
 * nothing. Whoever owns a number says how to read it; it is read when it is asked for.
 */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

type Read = () => number | Promise<number>;

export type Metrics = ReturnType<typeof createMetrics>;

const prefix = "noticeboard_";

export function createMetrics() {
  const registers = [new Registry()];
  const [registry = new Registry()] = registers;

  return {
    /** Adds processor time, memory, event loop and garbage collection, which is measured from then on. */
    measureProcess: (): void => collectDefaultMetrics({ register: registry }),
    /** A number that goes up and down. */
    gauge(name: string, help: string, read: Read): void {
      new Gauge({
        name: prefix + name,
        help,
        registers,
        async collect() {
          this.set(await read());
        },
      });
    },
    /** A number that only goes up, kept by somebody else. */
    counter(name: string, help: string, read: Read): void {
      new Counter({
        name: prefix + name,
        help,
        registers,
        async collect() {
          this.reset();
          this.inc(await read());
        },
      });
    },
    /** Numbers that only go up, one for each code of the table of refusals that has occurred. */
    countersByCode(
      name: string,
      help: string,
      read: () => Iterable<readonly [code: string, count: number]>,
    ): void {
      new Counter({
        name: prefix + name,
        help,
        labelNames: ["code"],
        registers,
        collect() {
          this.reset();
          for (const [code, count] of read()) this.inc({ code }, count);
        },
      });
    },
    /** How often what took how long; told of each time, in seconds. */
    histogram(name: string, help: string, buckets: readonly number[]): (seconds: number) => void {
      const histogram = new Histogram({
        name: prefix + name,
        help,
        buckets: [...buckets],
        registers,
      });
      return (seconds) => histogram.observe(seconds);
    },
    contentType: registry.contentType,
    /** All of it in Prometheus' text form. */
    text: (): Promise<string> => registry.metrics(),
  };
}
