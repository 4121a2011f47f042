wants_code='' former=''

# What another process did not get while this one waited, nobody is asked for a second time.
has_failed() {
  failed_at=$(cat "$store/failed" 2>/dev/null) && is_number "$failed_at" || return 1
  [ -n "$has_waited" ] && [ "$failed_at" -ge "$began" ]
}

# A new sign-in, by one process; the others wait for its end and take what it brought. $former: a token that no longer counts.
sign_in() {
  take_lock sign-in
  load_sign_in || :
  if ! is_fresh || [ "$access_token" = "$former" ]; then
    ! has_failed || fail "the sign-in that this waited for did not succeed."
    register
    ! needs_code && by_browser || by_code
  fi
  release_lock sign-in
}

needs_code() {
  [ -z "$wants_code" ] && ! is_remote || return 0
  ! can_open && [ -z "${GATEHOUSE_NO_BROWSER-}" ]
}

is_fresh() { is_token "$access_token" && [ "$(now)" -lt $((access_until - 60)) ]; }

# Renews with rotation, by one process; a refresh token that comes a second time later on would end the sign-in.
renew() {
  old_token=$access_token
  take_lock sign-in
  load_sign_in || :
  if [ "$access_token" = "$old_token" ] && is_token "$refresh_token"; then
    create_token refresh_token "\"refreshToken\":\"$refresh_token\"" || {
      case $problem in
      invalid_grant | invalid_client | expired_token | unauthorized_client)
        [ "$problem" != invalid_client ] || client_id=''
        drop_sign_in
        ;;
      *) fail "the sign-in was not renewed. $(words)" ;;
      esac
    }
  fi
  release_lock sign-in
}

# A sign-in that works: the one that is kept, renewed, or a new one where somebody is there to confirm it.
need_sign_in() {
  load_sign_in || :
  is_fresh || renew
  is_token "$access_token" || need_person
}

need_person() {
  is_attended || fail "not signed in to $PORTAL_NAME, or the sign-in has ended. Run: $(own_path) login"
  sign_in
}
