// What SQLite's own errors mean for us, while working and while opening.
import { ServiceError } from '../../errors.ts';
import { corrupt, misconfigured, unavailable } from '../failure.ts';

/** What sqlite's own result codes mean for us. */
const code = { busy: 5, readonly: 8, corrupt: 11, full: 13, cantOpen: 14, notADatabase: 26 };

export function closed(): ServiceError {
  return unavailable('The store is closed; start the process again');
}

function errorCode(error: unknown): number | undefined {
  const extended = (error as { errcode?: unknown }).errcode;
  return typeof extended === 'number' ? extended & 0xff : undefined;
}

export function translate(error: unknown): unknown {
  if (error instanceof ServiceError) return error;
  switch (errorCode(error)) {
    case undefined:
      return (error as { code?: unknown }).code === 'ERR_INVALID_STATE' ? closed() : error;
    case code.full:
      return unavailable('The disk of STORAGE_URL is full; free some space, and it goes on by itself', error);
    case code.corrupt:
    case code.notADatabase:
      return corrupt('The file of STORAGE_URL is damaged; restore it from a backup', error);
    default:
      return unavailable('SQLite could not read or write the file of STORAGE_URL; look at the disk', error);
  }
}

export function unopenable(file: string, error: unknown): ServiceError {
  switch (errorCode(error)) {
    case code.notADatabase:
    case code.corrupt:
      return misconfigured(
        `${file} is no SQLite database; set STORAGE_URL to another file, or restore it from a backup`,
        error,
      );
    case code.cantOpen:
    case code.readonly:
      return misconfigured(
        `${file} cannot be opened for writing; set STORAGE_URL to a file that this user may write`,
        error,
      );
    default:
      return unavailable(`${file} could not be opened; look at the disk and at STORAGE_URL`, error);
  }
}

export function isBusy(error: unknown): boolean {
  return errorCode(error) === code.busy;
}
