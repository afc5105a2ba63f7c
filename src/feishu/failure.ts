// What a refusal of the platform means for us: code or HTTP status → ServiceError that says what to do next. No secret goes in.
import { type ServiceCode, ServiceError } from '../errors.ts';
import { child, type JsonObject, textOf } from './json.ts';

/** Hangs on the ServiceError as its cause: what the platform itself said. */
class PlatformError extends Error {
  override readonly name = 'PlatformError';
  /** 0 when the platform gave none (a proxy's page, a broken connection). */
  readonly platformCode: number;

  constructor(platformCode: number, message: string) {
    super(message);
    this.platformCode = platformCode;
  }
}

/** What the platform itself said; undefined when it said nothing. */
export function platformCodeOf(error: unknown): number | undefined {
  return error instanceof ServiceError && error.cause instanceof PlatformError ? error.cause.platformCode : undefined;
}

/** The access token was refused; a fresh one may do. */
const tokenCodes = [99991661, 99991663, 99991664, 99991668, 99991671, 99991677];

export function isTokenRefused(error: unknown): boolean {
  return tokenCodes.includes(platformCodeOf(error) ?? -1);
}

const credentials = 'check FEISHU_APP_ID and FEISHU_APP_SECRET against 开发者后台 → 凭证与基础信息';
const scope = 'grant it in 开发者后台 → 权限管理, then publish a version of the app';
const limited = 'the platform asks us to slow down; it is tried again';
const content = 'this is a fault of the bot: keep the log line and report it';
const gone = 'the message is gone; it is sent anew where that makes sense';

/** Codes of open-platform errors (IM and generic), from the official error tables. */
const meanings: [codes: number[], ServiceCode, advice: string][] = [
  [[99991400, 230020, 11232], 'feishu_rate_limited', limited],
  [
    [99991403],
    'feishu_denied',
    'the tenant’s monthly API quota is used up: 管理后台 → 费用中心, or wait for next month',
  ],
  [[10003, 10012, 10014, 10015, 99991543, 514, 403, ...tokenCodes], 'feishu_denied', credentials],
  [[99991672, 99991679, 230027], 'feishu_denied', `a permission scope is missing: ${scope}`],
  [
    [41050, 40004],
    'feishu_denied',
    'the person is outside 通讯录权限范围: widen it in 开发者后台 → 权限管理 → 数据权限',
  ],
  [[230006, 234007], 'feishu_denied', 'switch the bot on in 开发者后台 → 应用能力 → 机器人, then publish a version'],
  [[230013], 'feishu_denied', 'the person is outside 可用范围: widen it in 开发者后台 → 版本管理与发布'],
  [
    [230002, 230015, 230017, 230018, 230019, 230035],
    'feishu_denied',
    'the bot may not speak in this chat: add it again, or ask the group’s owner',
  ],
  [[230053], 'feishu_denied', 'the person has stopped the bot: they must open it again themselves'],
  [
    [230022, 230028],
    'feishu_rejected',
    'the tenant’s content rules (敏感词/DLP) refused the text: rephrase it or ask the administrator',
  ],
  [[230011, 230031, 230050, 230110, 231003, 99992354], 'feishu_gone', gone],
  [[234003, 234040, 234043], 'feishu_gone', 'the file is no longer in that message or cannot be had: ask for it again'],
  [[234004], 'feishu_denied', 'the bot is not in the chat the file was sent to: add it, then send the file again'],
  [[234002, 234009, 234019], 'feishu_denied', `reading files needs im:resource (or im:message): ${scope}`],
  [[234038], 'feishu_denied', 'the chat forbids downloads (防泄密模式): switch it off or send the file elsewhere'],
  [[234037], 'feishu_rejected', 'the file is over 100 MB: send a smaller one'],
  [[234041, 234042], 'feishu_denied', 'the tenant’s storage or key refuses the file: ask the administrator'],
  [[232009], 'feishu_gone', 'the chat was dissolved: nothing can be sent there any more'],
  [[230025, 200860], 'feishu_rejected', `the content is too long: ${content}`],
  [[234006, 234010, 230055], 'feishu_rejected', 'the file is empty, over 30 MB or of a type that was not declared'],
  [[230001, 230034, 230099, 99992361, 99992402], 'feishu_rejected', content],
  [
    [1000040350],
    'feishu_denied',
    'too many long connections of this app (50): stop another process that uses FEISHU_APP_ID',
  ],
  [[200740, 200750], 'feishu_gone', 'the card entity is gone or older than 14 days: its text is sent anew'],
  [[200810], 'feishu_unavailable', 'somebody is using the card; it is tried again'],
  [
    [1770002, 1770003, 1063005, 1770039],
    'feishu_gone',
    'the cloud document was deleted, or the app has no part in it any more: a new one is made when asked for',
  ],
  [
    [1770032, 1770040, 1063002, 1063004],
    'feishu_denied',
    `the app may not do this with the cloud document: docx:document and docs:permission.member:create are needed: ${scope}`,
  ],
  [
    [1063003],
    'feishu_denied',
    'the person cannot be given the cloud document: 管理后台 → 安全 → 云文档对外分享, or widen 可用范围',
  ],
  [
    [1770004, 1770007, 1770033],
    'feishu_rejected',
    'the cloud document is too long for the platform: use the Word file',
  ],
  [
    [1771001, 1771002, 1771003, 1771004, 1771005],
    'feishu_unavailable',
    'cloud documents are out of order; it is tried again',
  ],
  [[1, 230049, 1000040343], 'feishu_unavailable', 'the platform is busy; it is tried again'],
];

export interface Refusal {
  status: number;
  /** The answer's body, when it was a JSON object. */
  body: JsonObject | undefined;
  header: (name: string) => string | null;
  /** What was asked, e.g. `POST /open-apis/im/v1/messages`. */
  request: string;
  /** Cut out of every message. */
  secrets: string[];
}

export function classify({ status, body, header, request, secrets }: Refusal): ServiceError {
  const code = typeof body?.code === 'number' ? body.code : 0;
  const known = meanings.find(([codes]) => code !== 0 && codes.includes(code));
  const [serviceCode, advice] =
    status === 429
      ? (['feishu_rate_limited', limited] as const)
      : ((known?.slice(1) as [ServiceCode, string] | undefined) ?? byStatus(status, body));
  const said =
    body === undefined ? `HTTP ${status}` : `code ${code}, ${textOf(body, 'msg').slice(0, 300) || 'no message'}`;
  const scopes = missingScopes(body);
  const logId = body === undefined ? '' : textOf(child(body, 'error'), 'log_id') || (header('x-tt-logid') ?? '');
  const hide = (text: string) => withoutSecrets(text, secrets);
  const message = hide(`Feishu refused ${request} (${said})${scopes}: ${advice}`);
  const retryAfterMs = serviceCode === 'feishu_rate_limited' ? resetMs(header) : undefined;
  return new ServiceError(serviceCode, message, {
    cause: new PlatformError(code, hide(`Feishu code ${code}, HTTP ${status}${logId ? `, log_id ${logId}` : ''}`)),
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  });
}

/** No answer at all: refused connection, unknown host, time out. */
export function unreachable(request: string, host: string, reason: string): ServiceError {
  return new ServiceError(
    'feishu_unavailable',
    `Feishu did not answer ${request} at ${host} (${reason}): check the network, the proxy and FEISHU_DOMAIN; it is tried again`,
    { cause: new PlatformError(0, reason) },
  );
}

/** App secret, tokens: whatever the request carried; and whatever looks like an access token. */
function withoutSecrets(text: string, secrets: string[]): string {
  return secrets
    .filter((secret) => secret.length >= 4)
    .reduce((rest, secret) => rest.replaceAll(secret, '[secret]'), text)
    .replace(/\b[tua]-[A-Za-z0-9_.-]{16,}/g, '[token]');
}

function byStatus(status: number, body: JsonObject | undefined): readonly [ServiceCode, string] {
  if (status >= 500 || status === 408) return ['feishu_unavailable', 'the platform has a fault; it is tried again'];
  if (body === undefined && status < 300) {
    return [
      'feishu_unavailable',
      'the answer is no JSON: a proxy or login page stands between; check FEISHU_DOMAIN and the proxy',
    ];
  }
  if (status === 401 || status === 403) return ['feishu_denied', credentials];
  if (status === 404 && body === undefined) return ['feishu_rejected', 'no such interface there: check FEISHU_DOMAIN'];
  return ['feishu_rejected', `look the code up at open.feishu.cn/document (通用错误码); ${content}`];
}

/** The platform lists the scopes of which one would do. */
function missingScopes(body: JsonObject | undefined): string {
  const violations = body === undefined ? [] : child(body, 'error').permission_violations;
  const names = (Array.isArray(violations) ? violations : []).map((item: unknown) =>
    typeof item === 'object' && item !== null ? textOf(item as JsonObject, 'subject') : '',
  );
  const listed = names.filter((name) => name !== '').slice(0, 5);
  return listed.length === 0 ? '' : ` [scope: ${listed.join(' / ')}]`;
}

function resetMs(header: (name: string) => string | null): number | undefined {
  const seconds = Number(header('x-ogw-ratelimit-reset') ?? header('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? Math.ceil(seconds * 1000) : undefined;
}
