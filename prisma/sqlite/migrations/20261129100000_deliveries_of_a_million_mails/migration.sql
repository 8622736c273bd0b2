CREATE INDEX IF NOT EXISTS `portal_outbox_recipient_state_sent_via_sent_at_idx` ON `portal_outbox` (`recipient`, `state`, `sent_via`, `sent_at`);

CREATE INDEX IF NOT EXISTS `portal_mail_event_recipient_fate_at_idx` ON `portal_mail_event` (`recipient`, `fate`, `at`);

CREATE INDEX IF NOT EXISTS `portal_mail_event_fate_idx` ON `portal_mail_event` (`fate`);
