// A refusal of the open platform, in its own shape. Must never describe the sandbox's own defects: those are ordinary errors.
import { newLogId } from './ids.ts';

export class ApiError extends Error {
  readonly code: number;
  readonly status: number;
  readonly headers: Record<string, string>;

  /** `status` is 400 for nearly every refusal of the real platform. */
  constructor(code: number, msg: string, options: { status?: number; headers?: Record<string, string> } = {}) {
    super(msg);
    this.code = code;
    this.status = options.status ?? 400;
    this.headers = options.headers ?? {};
  }

  toResponse(): Response {
    const logId = newLogId();
    const body = {
      code: this.code,
      msg: this.message,
      error: {
        log_id: logId,
        troubleshooter: `排查建议查看(Troubleshooting suggestions): https://open.feishu.cn/search?from=openapi&log_id=${logId}&code=${this.code}`,
      },
    };
    return Response.json(body, { status: this.status, headers: { 'x-tt-logid': logId, ...this.headers } });
  }
}

/** A parameter that is missing or malformed, as the gateway reports it before any business code runs. */
export const fieldError = (field: string, why: string): ApiError =>
  new ApiError(99992402, `field validation failed, ${field}: ${why}`);

export const badParameter = (why: string): ApiError =>
  new ApiError(230001, `Your request contains an invalid request parameter, ext=${why}`);

/** 230099 and the sub-error of a refused card, in the words of the real platform. */
export class CardRefused extends ApiError {
  readonly sub: { code: number; msg: string };

  constructor(sub: { code: number; msg: string; path?: string; value?: string }) {
    const path = sub.path === undefined ? '' : ` ErrPath: ${sub.path};`;
    const value = sub.value === undefined ? '' : ` ErrorValue: ${sub.value};`;
    super(230099, `Failed to create card content, ext=ErrCode: ${sub.code};${path} ErrMsg: ${sub.msg};${value} `);
    this.sub = { code: sub.code, msg: `${path} ErrMsg: ${sub.msg};${value} `.trimStart() };
  }
}

export const cardRefused = (sub: ConstructorParameters<typeof CardRefused>[0]): CardRefused => new CardRefused(sub);
