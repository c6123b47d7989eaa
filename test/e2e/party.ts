/**
 * The stage of a test file and the people of each of its tests: whoever came leaves when the test ends, and
 * must have met no fault.
 *
 *     const party = createParty();
 *     const maya = await party.newPerson();
 */
import { afterAll, afterEach, beforeAll } from "vitest";
import { invariant } from "../../shared/base/assert.ts";
import { createStage, type Person, type Stage } from "./stage.ts";

export interface Party {
  /** There once the first test begins. */
  readonly stage: Stage;
  newPerson(options?: Parameters<Stage["newPerson"]>[0]): Promise<Person>;
}

export function createParty(): Party {
  let stage: Stage | undefined;
  let people: Person[] = [];
  beforeAll(async () => {
    stage = await createStage();
  });
  afterAll(() => stage?.close());
  afterEach(async () => {
    const [gone, faults] = [people, people.flatMap((person) => person.faults)];
    people = [];
    await Promise.all(gone.map(({ context }) => context.close()));
    invariant(faults.length === 0, faults.join());
  });
  const there = (): Stage => {
    invariant(stage, "tests have begun");
    return stage;
  };
  return {
    get stage() {
      return there();
    },
    async newPerson(options) {
      const made = await there().newPerson(options);
      people.push(made);
      return made;
    },
  };
}
