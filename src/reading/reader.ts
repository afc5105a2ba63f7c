// createReader: our own reader first, the model only for what it could not place. Never guesses; never throws for what people write.
import type { Log } from '../log.ts';
import type { Model } from '../model/port.ts';
import { placeByModel } from './model.ts';
import { readOwn } from './own-reader.ts';
import type { Read } from './port.ts';
import { withProvenance } from './provenance.ts';

interface ReaderOptions {
  /** Absent: the user is asked instead. */
  model?: Model;
  log?: Log;
}

export function createReader({ model, log }: ReaderOptions = {}): Read {
  return async (request) => {
    const own = readOwn(request);
    const placed = model && !request.alone ? await placeByModel(model, own, request, log) : own.reading;
    const reading = withProvenance(placed, own.text);
    // counts only: what people wrote is nobody's business in a log
    log?.debug(
      { by: reading.by, commands: reading.commands.length, facts: reading.facts.length, asks: reading.asks.length },
      'message read',
    );
    return reading;
  };
}
