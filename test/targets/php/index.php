<?php
// A wallet in plain PHP under php-fpm, behind nginx with TLS; its state is in MariaDB; a token belongs to one customer, checked first.
declare(strict_types=1);

$slip = getenv('SLIP') ?: '';
$users = json_decode(file_get_contents(getenv('USERS')), true);
const STATUS = ['SUCCESS' => 'S', 'REQUEST_TRAFFIC_EXCEED_LIMIT' => 'U', 'UNKNOWN_EXCEPTION' => 'U'];
const STATES = [
    'FROZEN' => 'USER_STATUS_ABNORMAL', 'LIMIT' => 'OTP_SEND_TIMES_EXCEED_LIMIT', 'BACKEND_DOWN' => 'UNKNOWN_EXCEPTION',
    'BUSY' => 'REQUEST_TRAFFIC_EXCEED_LIMIT', 'DENIED' => 'ACCESS_DENIED', 'REFUSED' => 'PROCESS_FAIL',
];
const SOURCES = [
    'ACCOUNT_ON_FILE', 'ACCOUNT_ADDED_MANUALLY', 'ACCOUNT_ADDED_VIA_APPLICATION',
    'EXISTING_TOKEN_CREDENTIAL', 'ACCOUNT_ADDED_VIA_BROWSER', 'ACCOUNT_ADDED_VIA_CHIP_DATA',
];

final class Refusal extends Exception
{
}

function database(): PDO
{
    static $pdo;
    return $pdo ??= new PDO('mysql:unix_socket=' . getenv('DB_SOCKET') . ';dbname=wallet;charset=utf8mb4', 'root', '', [
        PDO::ATTR_PERSISTENT => true,
        PDO::ATTR_ERRMODE => PDO::ERRMODE_EXCEPTION,
        PDO::ATTR_DEFAULT_FETCH_MODE => PDO::FETCH_ASSOC,
        PDO::ATTR_EMULATE_PREPARES => false,
    ]);
}

function row(string $sql, ?string ...$values): ?array
{
    $statement = database()->prepare($sql);
    $statement->execute($values);
    return $statement->columnCount() ? ($statement->fetch() ?: null) : null;
}

function setup(array $users, string $slip): void
{
    $collation = $slip === 'case-insensitive-collation' ? 'utf8mb4_general_ci' : 'utf8mb4_nopad_bin';
    $length = $slip === 'column-32-cut' ? 32 : 64;
    database()->exec("
        CREATE TABLE customer (id VARCHAR(64) PRIMARY KEY, state TEXT, risk TEXT, mobile TEXT, email TEXT) COLLATE $collation;
        CREATE TABLE access_token (id VARCHAR(128) PRIMARY KEY, customer_id TEXT, state TEXT, scope TEXT) COLLATE $collation;
        CREATE TABLE token_reference (id VARCHAR($length) PRIMARY KEY, customer_id VARCHAR(64)) COLLATE $collation;
        CREATE TABLE message (id VARCHAR(64) PRIMARY KEY, user VARCHAR(128), KEY (user)) COLLATE utf8mb4_nopad_bin");
    foreach ($users['customers'] as $id => $each) {
        row('INSERT INTO customer VALUES (?, ?, ?, ?, ?)', (string) $id, $each['state'], $each['risk'], $each['mobile'], $each['email']);
    }
    foreach ($users['accessTokens'] as $id => $each) {
        row('INSERT INTO access_token VALUES (?, ?, ?, ?)', $id, $each['customerId'], $each['state'], $each['scope']);
    }
    foreach ($users['tokenReferences'] as $id => $owner) {
        row('INSERT INTO token_reference VALUES (?, ?)', $id, $owner);
    }
}

// --- what a body must be ---

function text(object $body, string $name, int $limit, bool $required = false, ?array $values = null): ?string
{
    global $slip;
    $value = $body->$name ?? null;
    if ($slip === 'empty-zero' ? empty($value) : $value === null) {
        return $required ? throw new Refusal('PARAM_ILLEGAL') : null;
    }
    $length = is_string($value) ? ($slip === 'strlen' ? strlen($value) : iconv_strlen($value, 'UTF-8')) : 0;
    if ($length === 0 || $length > $limit || ($values !== null && !in_array($value, $values, true))) {
        throw new Refusal('PARAM_ILLEGAL');
    }
    return $value;
}

function dateTime(object $body, string $name): void
{
    $value = text($body, $name, 64, true);
    $shape = '/\A(\d{4})-(\d\d)-(\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-]\d\d:\d\d)\z/';
    if (!preg_match($shape, $value, $part) || !checkdate((int) $part[2], (int) $part[3], (int) $part[1])) {
        throw new Refusal('PARAM_ILLEGAL');
    }
}

function thing(object $body, string $name, bool $required = false): ?object
{
    $value = $body->$name ?? null;
    if ($value === null && !$required) {
        return null;
    }
    return is_object($value) ? $value : throw new Refusal('PARAM_ILLEGAL');
}

// --- the four operations ---

function customerOf(?string $id, array $ignored = []): array
{
    $customer = row('SELECT * FROM customer WHERE id = ?', $id) ?? throw new Refusal('USER_NOT_EXIST');
    $code = STATES[$customer['state']] ?? null;
    if ($code !== null && !in_array($code, $ignored, true)) {
        throw new Refusal($code);
    }
    return $customer;
}

function countMessage(string $id, string $user): void
{
    if (row('SELECT COUNT(*) AS times FROM message WHERE user = ?', $user)['times'] >= 20) {
        throw new Refusal('OTP_SEND_TIMES_EXCEED_LIMIT');
    }
    row('INSERT INTO message VALUES (?, ?)', $id, $user);
}

function sendOTP(object $body): array
{
    text($body, 'acquirerId', 64, true);
    text($body, 'pspId', 64, true);
    $id = text($body, 'accessToken', 128, true);
    $type = text($body, 'verifyType', 10, false, ['MOBILE', 'EMAIL']) ?? 'MOBILE';
    $token = row('SELECT * FROM access_token WHERE id = ?', $id);
    if ($token === null || $token['scope'] !== 'OTP') {
        throw new Refusal('INVALID_TOKEN');
    }
    if ($token['state'] === 'EXPIRED') {
        throw new Refusal('EXPIRED_ACCESS_TOKEN');
    }
    $customer = customerOf($token['customer_id']);
    if (!$customer[$type === 'EMAIL' ? 'email' : 'mobile']) {
        throw new Refusal('PROCESS_FAIL');
    }
    $message = bin2hex(random_bytes(20));
    countMessage($message, $token['id']);
    return ['verifyRequestId' => $message];
}

function sendActivationCode(object $body): array
{
    $reference = text($body, 'tokenReferenceId', 64, true);
    $id = text($body, 'customerId', 64);
    $activation = thing($body, 'activation', true);
    dateTime($body, 'expiryTime');
    $owner = row('SELECT customer_id FROM token_reference WHERE id = ?', $reference)['customer_id'] ?? null;
    if ($owner === null || ($id !== null && $id !== $owner)) {
        throw new Refusal('PROCESS_FAIL');
    }
    customerOf($owner);
    if (($activation->activationMethod->type ?? null) === 'CARDHOLDER_TO_CALL_MANNED_NUMBER') {
        throw new Refusal('ACTIVATION_METHOD_NOT_SUPPORTED');
    }
    countMessage(bin2hex(random_bytes(20)), $reference);
    return [];
}

function tokenActivationNotification(object $body): array
{
    $reference = text($body, 'tokenReferenceId', 64, true);
    $id = text($body, 'customerId', 64);
    text($body, 'walletId', 16);
    text($body, 'tokenRequestorId', 16);
    text($body, 'secureElementId', 128);
    text($body, 'accountSource', 64, false, SOURCES);
    dateTime($body, 'serviceRequestTime');
    dateTime($body, 'tokenActivatedTime');
    thing($body, 'tokenData', true);
    $id ??= row('SELECT customer_id FROM token_reference WHERE id = ?', $reference)['customer_id'] ?? null;
    if ($id !== null && row('SELECT id FROM customer WHERE id = ?', $id)) {
        customerOf($id, ['USER_STATUS_ABNORMAL', 'OTP_SEND_TIMES_EXCEED_LIMIT']);
    }
    return [];
}

function tokenDigitizeDecision(object $body): array
{
    $reference = text($body, 'tokenReferenceId', 64, true);
    $id = text($body, 'customerId', 64);
    text($body, 'tokenType', 16, true, ['EMBEDDED_SE', 'CLOUD', 'STATIC']);
    $limits = ['walletId' => 16, 'tokenRequestorId' => 16, 'consumerFacingEntityName' => 128, 'paymentAppInstanceId' => 64];
    foreach ($limits + ['accountIdHash' => 64, 'mobileNumberSuffix' => 32] as $name => $limit) {
        text($body, $name, $limit);
    }
    text($body, 'accountSource', 64, false, SOURCES);
    foreach (['accountHolder', 'walletProviderDecisioningInfo', 'deviceInfo', 'associatedToken', 'aplusDecisioningInfo'] as $name) {
        thing($body, $name);
    }
    if ($id === null) {
        throw new Refusal('PROCESS_FAIL');
    }
    $customer = customerOf($id, ['OTP_SEND_TIMES_EXCEED_LIMIT']);
    row('INSERT IGNORE INTO token_reference VALUES (?, ?)', $reference, $id);
    $decision = ['LOW' => 'APPROVED', 'HIGH' => 'DECLINED'][$customer['risk']] ?? 'REQUIRE_ADDITIONAL_AUTHENTICATION';
    if ($decision !== 'REQUIRE_ADDITIONAL_AUTHENTICATION') {
        return ['decision' => $decision];
    }
    $methods = [];
    foreach (['TEXT_TO_CARDHOLDER_NUMBER' => 'mobile', 'EMAIL_TO_CARDHOLDER_ADDRESS' => 'email'] as $way => $column) {
        if ($customer[$column] !== null) {
            $methods[] = ['type' => $way, 'value' => '***' . substr($customer[$column], -4)];
        }
    }
    return $methods ? ['decision' => $decision, 'activationMethods' => $methods] : throw new Refusal('USER_NO_ACTIVATE_METHOD');
}

// --- the wire ---

function authenticate(array $users, string $body): void
{
    [$header, $client, $time] = array_map(fn ($name) => $_SERVER[$name] ?? '', ['HTTP_SIGNATURE', 'HTTP_CLIENT_ID', 'HTTP_REQUEST_TIME']);
    if ($header === '' || $client === '' || $time === '') {
        throw new Refusal('INVALID_SIGNATURE');
    }
    if ($client !== $users['clientId']) {
        throw new Refusal('INVALID_CLIENT');
    }
    $parts = [];
    foreach (explode(',', $header) as $part) {
        [$key, $value] = explode('=', trim($part), 2) + [1 => ''];
        $parts[$key] = $value;
    }
    if (!in_array($parts['keyVersion'] ?? '1', ['0', '1'], true)) {
        throw new Refusal('KEY_NOT_FOUND');
    }
    $value = base64_decode(rawurldecode($parts['signature'] ?? ''), true);
    $signed = "POST {$_SERVER['REQUEST_URI']}\n$client.$time.$body";
    if ($value === false || openssl_verify($signed, $value, file_get_contents(getenv('ALIPAY_KEY')), OPENSSL_ALGO_SHA256) !== 1) {
        throw new Refusal('INVALID_SIGNATURE');
    }
}

function answer(array $users, bool $signs, string $code, array $more = []): void
{
    global $slip;
    $result = ['resultCode' => $code, 'resultStatus' => STATUS[$code] ?? 'F', 'resultMessage' => $code];
    $body = json_encode(['result' => $result] + $more);
    header('Content-Type: application/json; charset=UTF-8');
    if ($signs) {
        $time = (new DateTimeImmutable('now', new DateTimeZone('Asia/Manila')))->format(DATE_ATOM);
        $uri = $slip === 'signs-script-path' ? $_SERVER['SCRIPT_NAME'] : $_SERVER['REQUEST_URI'];
        openssl_sign("POST $uri\n{$users['clientId']}.$time.$body", $value, file_get_contents(getenv('WALLET_KEY')), OPENSSL_ALGO_SHA256);
        header("Client-Id: {$users['clientId']}");
        header("Response-Time: $time");
        header('Signature: algorithm=RSA256,keyVersion=1,signature=' . rawurlencode(base64_encode($value)));
    }
    echo $body;
}

const OPERATIONS = [
    '/aps/api/v1/users/sendOTP' => 'sendOTP',
    '/aps/api/v1/tokens/sendActivationCode' => 'sendActivationCode',
    '/aps/api/v1/tokens/tokenActivationNotification' => 'tokenActivationNotification',
    '/aps/api/v1/tokens/tokenDigitizeDecision' => 'tokenDigitizeDecision',
];

if (PHP_SAPI === 'cli') {
    setup($users, $slip);
    exit;
}
$signs = false;
try {
    $operation = OPERATIONS[parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH)] ?? throw new Refusal('NO_INTERFACE_DEF');
    if ($_SERVER['REQUEST_METHOD'] !== 'POST') {
        throw new Refusal('METHOD_NOT_SUPPORTED');
    }
    $type = strtolower(trim(explode(';', $_SERVER['CONTENT_TYPE'] ?? '')[0]));
    $isForm = $slip === 'form-served' && $type === 'application/x-www-form-urlencoded';
    if ($type !== '' && $type !== 'application/json' && !$isForm) {
        throw new Refusal('MEDIA_TYPE_NOT_ACCEPTABLE');
    }
    $raw = file_get_contents('php://input');
    authenticate($users, $raw);
    $signs = true;
    $body = $isForm ? (object) $_POST : json_decode($raw);
    if (!is_object($body)) {
        throw new Refusal('PARAM_ILLEGAL');
    }
    answer($users, $signs, 'SUCCESS', $operation($body));
} catch (Refusal $refusal) {
    answer($users, $signs, $refusal->getMessage());
} catch (Throwable $error) {
    error_log((string) $error);
    answer($users, $signs, 'UNKNOWN_EXCEPTION');
}
