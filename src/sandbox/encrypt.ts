// Feishu's event encryption and signature, written from the documentation. Must never be shared with the bot: two mistakes would agree.
import { createCipheriv, createHash, randomBytes } from 'node:crypto';

/** base64(iv ‖ AES-256-CBC-PKCS7(plain)) under SHA-256(encrypt_key). */
export function encrypt(plain: string, encryptKey: string, iv: Uint8Array = randomBytes(16)): string {
  const key = createHash('sha256').update(encryptKey).digest();
  const cipher = createCipheriv('aes-256-cbc', key, iv);
  return Buffer.concat([iv, cipher.update(plain, 'utf8'), cipher.final()]).toString('base64');
}

/** hex(SHA-256(timestamp + nonce + encrypt_key + raw body)). */
export function sign(timestamp: string, nonce: string, encryptKey: string, rawBody: string): string {
  return createHash('sha256')
    .update(timestamp + nonce + encryptKey + rawBody)
    .digest('hex');
}
