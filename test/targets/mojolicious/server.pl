#!/usr/bin/perl
# A wallet on Mojolicious (one process, event loop); state in memory; takes a JSON number for its text and signs every answer.
use Mojolicious::Lite -signatures;
use Crypt::OpenSSL::RSA;
use Encode qw(decode);
use MIME::Base64 qw(decode_base64 encode_base64);
use Mojo::File qw(path);
use Mojo::JSON qw(decode_json encode_json);
use Mojo::Util qw(url_escape url_unescape);
use POSIX qw(strftime);
use Time::Local qw(timegm);

my $slip  = $ENV{SLIP} // '';
my $users = decode_json path($ENV{USERS})->slurp;
my $own   = Crypt::OpenSSL::RSA->new_private_key(path($ENV{WALLET_KEY})->slurp);
my $ant   = Crypt::OpenSSL::RSA->new_public_key(path($ENV{ALIPAY_KEY})->slurp);
$_->use_sha256_hash, $_->use_pkcs1_padding for $own;
$_->use_sha256_hash for $ant;

my %status = (SUCCESS => 'S', REQUEST_TRAFFIC_EXCEED_LIMIT => 'U', UNKNOWN_EXCEPTION => 'U');
my %states = (
  FROZEN => 'USER_STATUS_ABNORMAL',         LIMIT  => 'OTP_SEND_TIMES_EXCEED_LIMIT', BACKEND_DOWN => 'UNKNOWN_EXCEPTION',
  BUSY   => 'REQUEST_TRAFFIC_EXCEED_LIMIT', DENIED => 'ACCESS_DENIED',               REFUSED      => 'PROCESS_FAIL',
);
my $sources = [
  qw(ACCOUNT_ON_FILE ACCOUNT_ADDED_MANUALLY ACCOUNT_ADDED_VIA_APPLICATION
    EXISTING_TOKEN_CREDENTIAL ACCOUNT_ADDED_VIA_BROWSER ACCOUNT_ADDED_VIA_CHIP_DATA)
];
my (%sent, $serial);
my %reference = %{$users->{tokenReferences}};

sub refuse ($code) { die {code => $code} }

# --- what a body must be ---

sub text ($body, $name, $limit, %rule) {
  my $value = $body->{$name};
  if ($slip eq 'zero-is-missing' ? !$value : !defined $value) {
    refuse('PARAM_ILLEGAL') if $rule{required};
    return undef;
  }
  refuse('PARAM_ILLEGAL') if ref $value || !length $value || length $value > $limit;
  refuse('PARAM_ILLEGAL') if $rule{values} && !grep { $_ eq $value } @{$rule{values}};
  return "$value";
}

sub date ($body, $name) {
  my $value = text($body, $name, 64, required => 1);
  my ($year, $month, $day, $hour, $minute, $second)
    = $value =~ /\A(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)\z/a;
  refuse('PARAM_ILLEGAL') unless defined $year;
  return if $slip eq 'shape-of-date-only';
  refuse('PARAM_ILLEGAL') unless eval { timegm($second, $minute, $hour, $day, $month - 1, $year); 1 };
}

sub object ($body, $name, $required = 0) {
  return undef if !defined $body->{$name} && !$required;
  refuse('PARAM_ILLEGAL') unless ref $body->{$name} eq 'HASH';
  return $body->{$name};
}

# --- the four operations ---

sub customer_of ($id, @ignored) {
  if ($slip eq 'numeric-comparison' && defined $id) {
    no warnings 'numeric';
    ($id) = grep { $_ == $id } keys %{$users->{customers}};
  }
  my $customer = $users->{customers}{$id // ''} or refuse('USER_NOT_EXIST');
  my $code     = $states{$customer->{state}};
  refuse($code) if $code && !grep { $_ eq $code } @ignored;
  return $customer;
}

my %operations = (
  'users/sendOTP' => sub ($body) {
    text($body, $_, 64, required => 1) for qw(acquirerId pspId);
    my $id    = text($body, 'accessToken', 128, required => 1);
    my $type  = text($body, 'verifyType', 10, values => [qw(MOBILE EMAIL)]) // 'MOBILE';
    my $token = $users->{accessTokens}{$id};
    refuse('INVALID_TOKEN') if !$token || $token->{scope} ne 'OTP';
    refuse('EXPIRED_ACCESS_TOKEN') if $token->{state} eq 'EXPIRED';
    my $customer = customer_of($token->{customerId});
    refuse('PROCESS_FAIL') unless $type eq 'EMAIL' ? $customer->{email} : $customer->{mobile};
    refuse('OTP_SEND_TIMES_EXCEED_LIMIT') if $sent{$id}++ >= 20;
    return {verifyRequestId => sprintf '%d-%d-%06d', $$, time, ++$serial};
  },
  'tokens/sendActivationCode' => sub ($body) {
    my $reference  = text($body, 'tokenReferenceId', 64, required => 1);
    my $customer   = text($body, 'customerId', 64);
    my $activation = object($body, 'activation', 1);
    date($body, 'expiryTime');
    $customer //= $reference{$reference};
    # A token that nobody has introduced: the code is queued until the customer is known.
    return {} unless defined $customer;
    customer_of($customer);
    my $method = $activation->{activationMethod};
    refuse('ACTIVATION_METHOD_NOT_SUPPORTED')
      if ref $method eq 'HASH' && ($method->{type} // '') eq 'CARDHOLDER_TO_CALL_MANNED_NUMBER';
    return {};
  },
  'tokens/tokenActivationNotification' => sub ($body) {
    my $reference = text($body, 'tokenReferenceId', 64, required => 1);
    my $customer  = text($body, 'customerId', 64) // $reference{$reference};
    text($body, $_, 16) for qw(walletId tokenRequestorId);
    text($body, 'secureElementId', 128);
    text($body, 'accountSource',   64, values => $sources);
    date($body, $_) for qw(serviceRequestTime tokenActivatedTime);
    object($body, 'tokenData', 1);
    my $known = defined $customer && $users->{customers}{$customer};
    customer_of($customer, qw(USER_STATUS_ABNORMAL OTP_SEND_TIMES_EXCEED_LIMIT)) if $known;
    return {};
  },
  'tokens/tokenDigitizeDecision' => sub ($body) {
    my $reference = text($body, 'tokenReferenceId', 64, required => 1);
    my $id        = text($body, 'customerId', 64);
    text($body, 'tokenType', 16, required => 1, values => [qw(EMBEDDED_SE CLOUD STATIC)]);
    text($body, $_, 16) for qw(walletId tokenRequestorId);
    text($body, 'consumerFacingEntityName', 128);
    text($body, $_, 64) for qw(paymentAppInstanceId accountIdHash);
    text($body, 'mobileNumberSuffix', 32);
    text($body, 'accountSource', 64, values => $sources);
    object($body, $_) for qw(accountHolder walletProviderDecisioningInfo deviceInfo associatedToken aplusDecisioningInfo);
    return {decision => 'DECLINED'} unless defined $id;
    my $customer = customer_of($id, 'OTP_SEND_TIMES_EXCEED_LIMIT');
    $reference{$reference} //= $id;
    return {decision => 'APPROVED'} if $customer->{risk} eq 'LOW';
    return {decision => 'DECLINED'} if $customer->{risk} eq 'HIGH';
    my @methods = grep { $_->{value} } {type => 'TEXT_TO_CARDHOLDER_NUMBER', value => $customer->{mobile}},
      {type => 'EMAIL_TO_CARDHOLDER_ADDRESS', value => $customer->{email}};
    refuse('USER_NO_ACTIVATE_METHOD') unless @methods;
    return {decision => 'REQUIRE_ADDITIONAL_AUTHENTICATION', activationMethods => \@methods};
  },
);

# --- the wire ---

sub authenticate ($request) {
  my ($header, $client, $time) = map { $request->headers->header($_) } qw(Signature Client-Id Request-Time);
  refuse('INVALID_SIGNATURE') unless length $header && length $client && length $time;
  refuse('INVALID_CLIENT')    unless $client eq $users->{clientId};
  my %part = map { /\A\s*([^=]+)=(.*?)\s*\z/ ? ($1 => $2) : () } split /,/, $header;
  refuse('KEY_NOT_FOUND') unless ($part{keyVersion} // 1) =~ /\A[01]\z/;
  my $body = $request->body;
  utf8::upgrade($body), utf8::encode($body) if $slip eq 'latin1-body';
  my $signed = 'POST ' . $request->url->path_query . "\n$client.$time." . $body;
  my $value  = decode_base64(url_unescape($part{signature} // ''));
  refuse('INVALID_SIGNATURE') unless eval { $ant->verify($signed, $value) };
}

# The slip writes the hour from 1 to 12, in a zone where that is wrong at the moment.
sub response_time {
  return strftime('%Y-%m-%dT%H:%M:%S+08:00', gmtime(time + 8 * 3600)) unless $slip eq 'twelve-hour-clock';
  my $hour = (gmtime(time + 8 * 3600))[2];
  my ($shift, $zone) = $hour == 0 || $hour > 12 ? (8, '+08:00') : (-4, '-04:00');
  return strftime("%Y-%m-%dT%I:%M:%S$zone", gmtime(time + $shift * 3600));
}

sub answer ($c, $code, $more = {}) {
  my $result = {resultCode => $code, resultStatus => $status{$code} // 'F', resultMessage => lc $code};
  my $body   = encode_json {result => $result, %$more};
  my $time   = response_time();
  my $value  = encode_base64($own->sign('POST ' . $c->req->url->path_query . "\n$users->{clientId}.$time.$body"), '');
  if   ($slip eq 'base64url') { $value =~ tr{+/=}{-_}d }
  else                        { $value = url_escape $value }
  my $headers = $c->res->headers;
  $headers->header('Client-Id'     => $users->{clientId});
  $headers->header('Response-Time' => $time);
  $headers->header('Signature'     => "algorithm=RSA256,keyVersion=1,signature=$value");
  $headers->content_type('application/json;charset=UTF-8');
  $c->render(data => $body, status => 200);
}

any '/aps/api/v1/*operation' => sub ($c) {
  my $operation = $operations{$c->stash('operation')} or return answer($c, 'NO_INTERFACE_DEF');
  my $more      = eval {
    refuse('METHOD_NOT_SUPPORTED') unless $c->req->method eq 'POST';
    my $type = $c->req->headers->content_type // 'application/json';
    refuse('MEDIA_TYPE_NOT_ACCEPTABLE') unless $type =~ m{\Aapplication/json\s*(?:;|\z)}i;
    authenticate($c->req);
    my $body = eval { decode_json $c->req->body };
    refuse('PARAM_ILLEGAL') unless ref $body eq 'HASH';
    $operation->($body);
  };
  return answer($c, 'SUCCESS', $more) if $more;
  my $error = $@;
  return answer($c, $error->{code}) if ref $error eq 'HASH';
  $c->app->log->error($error);
  answer($c, 'UNKNOWN_EXCEPTION');
};
any '/*whatever' => {whatever => ''} => sub ($c) { answer($c, 'NO_INTERFACE_DEF') };

app->log->level('error');
app->start('daemon', '-l', "http://127.0.0.1:$ENV{PORT}");
