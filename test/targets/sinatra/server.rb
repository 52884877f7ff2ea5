# A wallet on Sinatra, served by puma with several threads; its state is in SQLite; reads enum values in any case and refuses accounts whose hash it does not know.
require 'base64'
require 'json'
require 'openssl'
require 'securerandom'
require 'sinatra/base'
require 'sqlite3'
require 'time'
require 'tmpdir'
require 'uri'

SLIP = ENV.fetch('SLIP', '')
USERS = JSON.parse(File.read(ENV.fetch('USERS')))
OWN_KEY = OpenSSL::PKey::RSA.new(File.read(ENV.fetch('WALLET_KEY')))
ALIPAY_KEY = OpenSSL::PKey::RSA.new(File.read(ENV.fetch('ALIPAY_KEY')))
STATUS = Hash.new('F').merge('SUCCESS' => 'S', 'REQUEST_TRAFFIC_EXCEED_LIMIT' => 'U', 'UNKNOWN_EXCEPTION' => 'U')
STATES = {
  'FROZEN' => 'USER_STATUS_ABNORMAL', 'LIMIT' => 'OTP_SEND_TIMES_EXCEED_LIMIT', 'BACKEND_DOWN' => 'UNKNOWN_EXCEPTION',
  'BUSY' => 'REQUEST_TRAFFIC_EXCEED_LIMIT', 'DENIED' => 'ACCESS_DENIED', 'REFUSED' => 'PROCESS_FAIL'
}.freeze
SOURCES = %w[ACCOUNT_ON_FILE ACCOUNT_ADDED_MANUALLY ACCOUNT_ADDED_VIA_APPLICATION EXISTING_TOKEN_CREDENTIAL
             ACCOUNT_ADDED_VIA_BROWSER ACCOUNT_ADDED_VIA_CHIP_DATA].freeze
# The only account whose hash this wallet has; a call about another account is refused.
KNOWN_ACCOUNT = '2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae'
SHARED = +''
KNOWN_SIGNATURES = {}

class Refusal < StandardError
  alias code message
end

# The tables; one connection, used by one thread at a time.
class Store
  def initialize
    @lock = Mutex.new
    @db = SQLite3::Database.new(File.join(Dir.mktmpdir, 'wallet.db'))
    @db.execute_batch('PRAGMA synchronous = OFF;
      CREATE TABLE customer (id TEXT PRIMARY KEY, state TEXT, risk TEXT, mobile TEXT, email TEXT);
      CREATE TABLE access_token (id TEXT PRIMARY KEY, customer_id TEXT, state TEXT, scope TEXT);
      CREATE TABLE token_reference (id TEXT PRIMARY KEY, customer_id TEXT);
      CREATE TABLE message (id TEXT PRIMARY KEY, key TEXT)')
    @db.transaction { fill }
  end

  def row(sql, *values)
    @lock.synchronize { @db.get_first_row(sql, values) }
  end

  private

  def fill
    USERS['customers'].each do |id, row|
      @db.execute('INSERT INTO customer VALUES (?, ?, ?, ?, ?)', [id, *row.values_at('state', 'risk', 'mobile', 'email')])
    end
    USERS['accessTokens'].each do |id, row|
      @db.execute('INSERT INTO access_token VALUES (?, ?, ?, ?)', [id, *row.values_at('customerId', 'state', 'scope')])
    end
    USERS['tokenReferences'].each { |pair| @db.execute('INSERT INTO token_reference VALUES (?, ?)', pair) }
  end
end

# One call: its body, what it must be and what it does.
class Call
  def initialize(store, body)
    @store = store
    @body = body
  end

  def send_otp
    text('acquirerId', 64, required: true)
    text('pspId', 64, required: true)
    token = text('accessToken', 128, required: true)
    type = text('verifyType', 10, values: %w[MOBILE EMAIL]) || 'MOBILE'
    customer_id, state, scope = @store.row('SELECT customer_id, state, scope FROM access_token WHERE id = ?', token)
    raise Refusal, 'INVALID_TOKEN' if customer_id.nil? || scope != 'OTP'
    raise Refusal, 'EXPIRED_ACCESS_TOKEN' if state == 'EXPIRED'

    customer = customer_of(customer_id)
    raise Refusal, 'PROCESS_FAIL' unless customer[type == 'EMAIL' ? :email : :mobile]

    id = SLIP == 'long-request-id' ? SecureRandom.hex(36) : SecureRandom.uuid
    count(id, token)
    { verifyRequestId: id }
  end

  def send_activation_code
    reference = text('tokenReferenceId', 64, required: true)
    customer_id = text('customerId', 64)
    activation = object('activation', required: true)
    date('expiryTime')
    owner, = @store.row('SELECT customer_id FROM token_reference WHERE id = ?', reference)
    customer_of(customer_id || owner)
    method = activation['activationMethod']
    if method.is_a?(Hash) && method['type'] == 'CARDHOLDER_TO_CALL_MANNED_NUMBER'
      raise Refusal, 'ACTIVATION_METHOD_NOT_SUPPORTED'
    end

    count(SecureRandom.uuid, reference)
    {}
  end

  def token_activation_notification
    reference = text('tokenReferenceId', 64, required: true)
    customer_id = text('customerId', 64)
    text('walletId', 16)
    text('tokenRequestorId', 16)
    text('secureElementId', 128)
    text('accountSource', 64, values: SOURCES)
    date('serviceRequestTime')
    date('tokenActivatedTime')
    object('tokenData', required: true)
    owner, = @store.row('SELECT customer_id FROM token_reference WHERE id = ?', reference)
    begin
      customer_of(customer_id || owner)
    rescue Refusal => e
      raise unless %w[USER_NOT_EXIST USER_STATUS_ABNORMAL OTP_SEND_TIMES_EXCEED_LIMIT].include?(e.code)
    end
    {}
  end

  def token_digitize_decision
    reference = text('tokenReferenceId', 64, required: true)
    customer_id = text('customerId', 64)
    text('tokenType', 16, required: true, values: %w[EMBEDDED_SE CLOUD STATIC])
    { 'walletId' => 16, 'tokenRequestorId' => 16, 'consumerFacingEntityName' => 128, 'paymentAppInstanceId' => 64,
      'accountIdHash' => 64, 'mobileNumberSuffix' => 32 }.each { |name, limit| text(name, limit) }
    text('accountSource', 64, values: SOURCES)
    %w[accountHolder walletProviderDecisioningInfo deviceInfo associatedToken aplusDecisioningInfo].each { |n| object(n) }
    raise Refusal, 'PROCESS_FAIL' unless [nil, KNOWN_ACCOUNT].include?(@body['accountIdHash'])
    return { decision: 'DECLINED' } unless customer_id

    customer = customer_of(customer_id, except: ['OTP_SEND_TIMES_EXCEED_LIMIT'])
    @store.row('INSERT OR IGNORE INTO token_reference VALUES (?, ?)', reference, customer_id)
    decide(customer)
  end

  private

  def decide(customer)
    case customer[:risk]
    when 'LOW' then { decision: 'APPROVED' }
    when 'HIGH' then { decision: 'DECLINED' }
    else
      methods = []
      has_mobile = customer[:mobile] || SLIP == 'stack-trace'
      methods << { type: 'TEXT_TO_CARDHOLDER_NUMBER', value: "***#{customer[:mobile][-4..]}" } if has_mobile
      methods << { type: 'EMAIL_TO_CARDHOLDER_ADDRESS', value: '***@example.org' } if customer[:email]
      raise Refusal, 'USER_NO_ACTIVATE_METHOD' if methods.empty?

      { decision: 'REQUIRE_ADDITIONAL_AUTHENTICATION', activationMethods: methods }
    end
  end

  def text(name, limit, required: false, values: nil)
    return if !required && (SLIP == 'null-refused' ? !@body.key?(name) : @body[name].nil?)

    value = @body[name]
    raise Refusal, 'PARAM_ILLEGAL' unless value.is_a?(String) && value.valid_encoding? && !value.empty?

    length = SLIP == 'bytes-for-characters' ? value.bytesize : value.length
    raise Refusal, 'PARAM_ILLEGAL' if length > limit || (values && !values.include?(value.upcase))

    values ? value.upcase : value
  end

  def date(name)
    value = text(name, 64, required: true)
    shape = /\A(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-]\d\d:\d\d)\z/
    match = shape.match(value)
    raise Refusal, 'PARAM_ILLEGAL' unless match && Date.iso8601(match[1])
  rescue Date::Error
    raise Refusal, 'PARAM_ILLEGAL'
  end

  def object(name, required: false)
    return if @body[name].nil? && !required
    raise Refusal, 'PARAM_ILLEGAL' unless @body[name].is_a?(Hash)

    @body[name]
  end

  def customer_of(id, except: [])
    row = @store.row('SELECT state, risk, mobile, email FROM customer WHERE id = ?', id)
    raise Refusal, 'USER_NOT_EXIST' unless row

    code = STATES[row[0]]
    raise Refusal, code if code && !except.include?(code)

    { risk: row[1], mobile: row[2], email: row[3] }
  end

  def count(id, key)
    times, = @store.row('SELECT count(*) FROM message WHERE key = ?', key)
    raise Refusal, 'OTP_SEND_TIMES_EXCEED_LIMIT' if times >= 20

    @store.row('INSERT INTO message VALUES (?, ?)', id, key)
  end
end

# The wire: routes, signatures and answers.
class Wallet < Sinatra::Base
  STORE = Store.new
  set :environment, :production
  set :show_exceptions, SLIP == 'stack-trace'
  set :raise_errors, false
  set :dump_errors, false

  helpers do
    def authenticate(body)
      header, client, time = %w[HTTP_SIGNATURE HTTP_CLIENT_ID HTTP_REQUEST_TIME].map { |name| request.env[name] }
      raise Refusal, 'INVALID_SIGNATURE' if [header, client, time].any? { |each| each.nil? || each.empty? }
      raise Refusal, 'INVALID_CLIENT' if client != USERS['clientId']

      parts = header.split(',').to_h { |part| part.strip.split('=', 2).then { |key, value| [key, value.to_s] } }
      raise Refusal, 'KEY_NOT_FOUND' unless ['0', '1', nil].include?(parts['keyVersion'])
      return if SLIP == 'signature-cache' && KNOWN_SIGNATURES[parts['signature']]

      value = Base64.strict_decode64(URI.decode_www_form_component(parts['signature'].to_s))
      signed = "POST #{request.fullpath}\n#{client}.#{time}.".b + body
      raise Refusal, 'INVALID_SIGNATURE' unless ALIPAY_KEY.verify('SHA256', value, signed)

      KNOWN_SIGNATURES[parts['signature']] = true
    rescue ArgumentError, OpenSSL::PKey::PKeyError
      raise Refusal, 'INVALID_SIGNATURE'
    end

    def sign(text)
      return OWN_KEY.sign('SHA256', text) unless SLIP == 'signer-shared-by-threads'

      SHARED.replace(text)
      Thread.pass
      sleep 0.0005
      OWN_KEY.sign('SHA256', SHARED)
    end

    def answer(code, more = {})
      status = SLIP == 'status-of-limit' && code == 'OTP_SEND_TIMES_EXCEED_LIMIT' ? 'U' : STATUS[code]
      body = JSON.generate({ result: { resultCode: code, resultStatus: status, resultMessage: code } }.merge(more))
      content_type 'application/json', charset: 'utf-8'
      if @authenticated
        time = Time.now.localtime('+08:00').iso8601
        value = Base64.strict_encode64(sign("POST #{request.fullpath}\n#{USERS['clientId']}.#{time}.#{body}"))
        headers 'Client-Id' => USERS['clientId'], 'Response-Time' => time,
                'Signature' => "algorithm=RSA256,keyVersion=1,signature=#{URI.encode_www_form_component(value)}"
      end
      body
    end

    def serve(operation)
      raise Refusal, 'METHOD_NOT_SUPPORTED' unless request.post?
      # rack takes a body without a type for a form
      type = request.media_type
      raise Refusal, 'MEDIA_TYPE_NOT_ACCEPTABLE' unless [nil, 'application/json'].include?(type)

      raw = request.body.read
      authenticate(raw)
      @authenticated = true
      body = JSON.parse(raw.force_encoding('UTF-8'))
      raise Refusal, 'PARAM_ILLEGAL' unless body.is_a?(Hash) && raw.valid_encoding?

      answer('SUCCESS', Call.new(STORE, body).public_send(operation))
    rescue Refusal => e
      answer(e.code)
    rescue JSON::ParserError, EncodingError
      answer('PARAM_ILLEGAL')
    end
  end

  { 'users/sendOTP' => :send_otp, 'tokens/sendActivationCode' => :send_activation_code,
    'tokens/tokenActivationNotification' => :token_activation_notification,
    'tokens/tokenDigitizeDecision' => :token_digitize_decision }.each do |path, operation|
    %i[get post put delete patch].each { |verb| public_send(verb, "/aps/api/v1/#{path}") { serve(operation) } }
  end

  not_found { answer('NO_INTERFACE_DEF').tap { status 200 } }
  error { SLIP == 'stack-trace' ? raise(env['sinatra.error']) : answer('UNKNOWN_EXCEPTION').tap { status 200 } }
end
