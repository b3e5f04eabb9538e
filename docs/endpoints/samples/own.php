<?php
ini_set('display_errors', '0'); // A warning in the answer would spoil it.
$origin = getenv('ORIGIN') ?: 'https://your-site.example';
$path = getenv('FILE') ?: __DIR__ . '/../sign-ups.jsonl'; // Where no browser can fetch it.

function answer(int $status, array $body = []): never
{
    http_response_code($status);
    exit($status === 204 ? '' : json_encode($body));
}

if (($_SERVER['HTTP_ORIGIN'] ?? '') !== $origin) answer(403);
header("access-control-allow-origin: $origin");
header('access-control-allow-headers: content-type');
header('vary: origin');
if ($_SERVER['REQUEST_METHOD'] === 'OPTIONS') answer(204);

$text = file_get_contents('php://input', length: 65_536);
if (strlen($text) === 65_536) answer(413);
$submission = json_decode($text);
$line = json_encode($submission, JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES);
$id = $submission->id ?? null;
$email = $submission->member->email ?? null;
if (!$line || !is_string($id) || !preg_match('/^[\da-f-]{36}$/D', $id)) answer(400);
if (!is_string($email) || !preg_match('/^\S+@\S+$/D', $email)) {
    answer(422, ['errors' => [['pointer' => '/member/email', 'code' => 'email']]]);
}

$file = fopen($path, 'a+');
if (!$file || !flock($file, LOCK_EX)) answer(500); // One at a time.
rewind($file);
$isKept = false;
while (!$isKept && ($kept = fgets($file)) !== false) {
    $isKept = str_contains($kept, $id) && (json_decode($kept)->id ?? null) === $id;
}
// The line break goes first: a power cut may have left half a line.
$isKept = $isKept || fwrite($file, "\n$line") === strlen("\n$line");
if (!$isKept || !fsync($file)) answer(500);
answer(201, ['id' => $id, 'status' => 'confirmed']);
