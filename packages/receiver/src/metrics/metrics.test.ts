import assert from 'node:assert/strict';
import { it } from 'node:test';
import { createApp } from '../http/app.ts';
import { listen } from '../http/server.ts';
import { Intake } from '../store/intake.ts';
import { openStore } from '../store/open-store.ts';
import { describeForEachEngine } from '../testing/engines.ts';
import { startReceiver } from '../testing/receiver-process.ts';
import { entryOf, newSubmission } from '../testing/submissions.ts';
import { createMetricsApp } from './metrics-app.ts';
import { Metrics } from './metrics.ts';

/** The value of each line, by name and labels. */
const read = (text: string) =>
  Object.fromEntries(
    text
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.split(' ').at(-1))]),
  );

describeForEachEngine('the figures for Prometheus', (engine) => {
  it('say what was asked, kept and written, and name nobody', async (test) => {
    const store = await openStore(await engine.newDatabase());
    test.after(() => store.close());
    const metrics = new Metrics();
    const app = createApp({
      store: metrics.watch(store),
      origins: [],
      onAnswer: metrics.answered,
      onWaiting: metrics.waiting,
    });
    const post = (body: unknown) =>
      app.request('/submissions', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    const submission = newSubmission();
    await Promise.all([post(submission), post(newSubmission()), post(newSubmission())]);
    await post(submission);
    await post({ ...submission, id: newSubmission().id });
    await post({ ...submission, language: 'es' });
    await post({});
    await app.request(`/${submission.member.email}`);
    await app.request('/health');
    await store.add([
      entryOf(newSubmission(), {
        outbox: [{ kind: 'relay', target: 'sheet', payload: '{}', states: ['counted'] }],
      }),
    ]);

    const response = await createMetricsApp(metrics.registry, assert.fail).request('/metrics');
    assert.equal(response.status, 200);
    assert.match(response.headers.get('content-type') ?? '', /^text\/plain; version=0\.0\.4/);
    const text = await response.text();
    const values = read(text);
    assert.ok(values['process_resident_memory_bytes']! > 1e6);
    assert.ok(values['nodejs_heap_size_used_bytes']! > 1e6);
    const expected = {
      'pro_kid_requests_total{route="/submissions",method="POST",status="201"}': 5,
      'pro_kid_requests_total{route="/submissions",method="POST",status="422"}': 2,
      'pro_kid_requests_total{route="none",method="GET",status="404"}': 1,
      'pro_kid_requests_total{route="/health",method="GET",status="200"}': 1,
      'pro_kid_request_duration_seconds_count{route="/submissions"}': 7,
      'pro_kid_submissions_total{state="counted"}': 3,
      'pro_kid_submissions_total{state="repeated"}': 1,
      'pro_kid_submissions_total{state="again"}': 1,
      'pro_kid_submissions_total{state="id_reused"}': 1,
      'pro_kid_submissions_total{state="flagged"}': 0,
      pro_kid_batch_size_sum: 6,
      pro_kid_submissions_waiting: 0,
      pro_kid_inbox_waiting: 0,
      'pro_kid_store_duration_seconds_count{operation="probe",outcome="done"}': 1,
      'pro_kid_outbox_waiting{kind="relay"}': 1,
      'pro_kid_outbox_waiting{kind="confirmation"}': 0,
    };
    for (const [name, value] of Object.entries(expected)) assert.equal(values[name], value, name);
    for (const part of [submission.id, submission.member.email]) assert.ok(!text.includes(part));
  });

  it('say how many a rush brought that are not counted yet, and then to which state they came', async (test) => {
    const store = await openStore(await engine.newDatabase());
    test.after(() => store.close());
    const metrics = new Metrics();
    const intake = new Intake(store, assert.fail);
    intake.onSettled(metrics.kept);
    const watched = metrics.watch({ ...store, add: intake.add });
    await watched.add(Array.from({ length: 40 }, () => entryOf(newSubmission())));
    const figures = async () => {
      const values = read(await metrics.registry.metrics());
      return ['pro_kid_inbox_waiting', 'pro_kid_submissions_total{state="counted"}'].map(
        (name) => values[name],
      );
    };
    assert.deepEqual(await figures(), [40, 0]);
    await new Promise<void>((resolve) => intake.onSettled(() => resolve()));
    assert.deepEqual(await figures(), [0, 40]);
  });

  it('say that the database fails, and that they cannot be had then', async () => {
    const store = await openStore(await engine.newDatabase());
    const metrics = new Metrics();
    const watched = metrics.watch(store);
    await store.close();
    await assert.rejects(watched.probe());
    const lines: string[] = [];
    const app = createMetricsApp(metrics.registry, (line) => lines.push(line));
    assert.equal((await app.request('/metrics')).status, 503);
    assert.match(lines.join(), /^Metrics failed: \w*Error[^,]*$/);
    const failed = metrics.registry.getSingleMetric('pro_kid_store_duration_seconds');
    assert.match(JSON.stringify(await failed?.get()), /"operation":"probe","outcome":"failed"/);
  });

  it('are at an address of their own, where the operator asks for them', async (test) => {
    const database = await engine.newDatabase();
    const receiver = startReceiver(['--port=0', '--database', database, '--metrics=0']);
    test.after(() => receiver.kill('SIGKILL'));
    const url = await receiver.url;
    const [, metrics = ''] = /Prometheus are at (\S+)\n/.exec(receiver.written.out) ?? [];
    assert.match(metrics, /^http:\/\/127\.0\.0\.1:\d+\/metrics$/);
    await (await fetch(`${url}/counts`)).json();
    const values = read(await (await fetch(metrics)).text());
    assert.equal(values['pro_kid_requests_total{route="/counts",method="GET",status="200"}'], 1);
    assert.equal((await fetch(`${url}/metrics`)).status, 404);
    receiver.kill('SIGTERM');
    assert.deepEqual(await receiver.ended, { code: 0, signal: null });
    await assert.rejects(fetch(metrics));
  });

  it('stop the start where nobody can be given them', async (test) => {
    const neighbor = await listen(createMetricsApp(new Metrics().registry, assert.fail), {
      host: '127.0.0.1',
      port: 0,
    });
    test.after(() => neighbor.stop());
    const { port } = new URL(neighbor.url);
    const database = await engine.newDatabase();
    const receiver = startReceiver(['--port=0', '--database', database, `--metrics=${port}`]);
    test.after(() => receiver.kill('SIGKILL'));
    assert.deepEqual(await receiver.ended, { code: 1, signal: null });
    assert.deepEqual(receiver.written, {
      out: '',
      error:
        'Cannot listen for --metrics or PRO_KID_METRICS (EADDRINUSE). Choose another port or address.\n',
    });
  });
});
