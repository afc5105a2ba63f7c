// The wire format of the long connection (proto2, package pbbp2). Must never know what a frame means.
import protobuf from 'protobufjs';

const PROTO = `
syntax = "proto2";
package pbbp2;
message Header { required string key = 1; required string value = 2; }
message Frame {
  required uint64 SeqID = 1;
  required uint64 LogID = 2;
  required int32 service = 3;
  required int32 method = 4;
  repeated Header headers = 5;
  optional string payloadEncoding = 6;
  optional string payloadType = 7;
  optional bytes payload = 8;
  optional string LogIDNew = 9;
}`;

const type = protobuf.parse(PROTO, { keepCase: true }).root.lookupType('pbbp2.Frame');

export const CONTROL = 0;
export const DATA = 1;

export interface Frame {
  SeqID: number;
  LogID: number;
  service: number;
  /** 0 control, 1 data */
  method: number;
  headers: Record<string, string>;
  payload: Uint8Array;
}

export function encodeFrame(frame: Frame): Uint8Array {
  const headers = Object.entries(frame.headers).map(([key, value]) => ({ key, value }));
  return type.encode(type.create({ ...frame, headers })).finish();
}

/** Throws on bytes that are no frame. */
export function decodeFrame(bytes: Uint8Array): Frame {
  const plain = type.toObject(type.decode(bytes), { longs: Number, arrays: true }) as Omit<Frame, 'headers'> & {
    headers: { key: string; value: string }[];
  };
  return {
    ...plain,
    headers: Object.fromEntries(plain.headers.map(({ key, value }) => [key, value])),
    payload: plain.payload ?? new Uint8Array(),
  };
}
