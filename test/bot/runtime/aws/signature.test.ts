import { expect, it } from 'vitest';
import { signedHeaders } from '../../../../bot/runtime/aws/signature.ts';

it('signs the example of the AWS documentation as it is signed there', () => {
  const signed = signedHeaders(
    {
      method: 'GET',
      url: new URL('https://iam.amazonaws.com/?Action=ListUsers&Version=2010-05-08'),
      headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' },
      body: '',
    },
    { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY' },
    { service: 'iam', region: 'us-east-1', at: new Date('2015-08-30T12:36:00Z') },
  );
  expect(signed.authorization).toBe(
    'AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/iam/aws4_request, SignedHeaders=content-type;host;x-amz-date, Signature=5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7',
  );
});

it('signs the token of temporary credentials too', () => {
  const { authorization, 'x-amz-security-token': token } = signedHeaders(
    { method: 'POST', url: new URL('https://ssm.eu-central-1.amazonaws.com/'), headers: {}, body: '{}' },
    { accessKeyId: 'A', secretAccessKey: 'B', sessionToken: 'the token' },
    { service: 'ssm', region: 'eu-central-1', at: new Date() },
  );
  expect(token).toBe('the token');
  expect(authorization).toContain('SignedHeaders=host;x-amz-date;x-amz-security-token');
});
