/* The extensions of a limit, in turn: those that were granted, and the next one as a question. Who may grant each is told beside it. */
import type { Day } from '../../../kernel/day.ts';
import { extensionsFor } from '../../../kernel/rule/length.ts';
import { isInForce, type Parameter } from '../../../kernel/rule/parameter.ts';
import type { Rules } from '../../../rules/schema.ts';
import { useText } from '../../../web/text.ts';
import { Button } from '../../../web/ui/button.tsx';
import { SelectInput } from '../../../web/ui/choices.tsx';
import { NumberInput } from '../../../web/ui/field.tsx';
import { grantorOf } from '../limits.ts';
import { lengthText } from './justice-words.ts';
import type { Change, Question } from './limits.tsx';

export function Extensions({
  rules,
  line,
  asked,
  on,
  onChange,
}: {
  rules: Rules;
  line: Parameter;
  asked: Question;
  on: Day;
  onChange: Change;
}) {
  const t = useText();
  const allowed = extensionsFor(line, asked.kind);
  const granting = rules.granting.find(each => each.family === line.family && isInForce(each, on));
  const levels = Object.keys(granting?.by_level ?? {}).filter(level => level !== 'any');
  const next = allowed[asked.extended.length];
  if (allowed.length === 0) return null;
  const turns = asked.extended.map((value, turn) => ({ turn, value }));
  const setTurn = (turn: number, value: number) =>
    onChange({ extended: asked.extended.map((old, index) => (index === turn ? value : old)) });
  return (
    <fieldset className="stack">
      <legend>{t('justice.limits.extensions')}</legend>
      {levels.length > 0 && (
        <SelectInput
          name="level"
          label={t('justice.limits.level')}
          value={asked.level}
          none={t('justice.limits.choose')}
          options={levels.map(code => ({ code, label: t(`justice.level.${code}`) }))}
          onChange={level => onChange({ level })}
        />
      )}
      {turns.map(({ turn, value }) => {
        const { most, extension, isTotal } = allowed[turn]!;
        const grantor = grantorOf(rules, line.family, {
          day: on,
          level: asked.level ?? 'any',
          kind: asked.kind ?? 'any',
          turn,
        });
        const hints = [
          t(isTotal ? 'justice.limits.at_most_in_all' : 'justice.limits.at_most', {
            length: lengthText(t, most),
          }),
          extension.condition?.[t.lang],
          extension.special ? t('justice.limits.special') : undefined,
          grantor?.body &&
            t(grantor.binds ? 'justice.limits.granted_by' : 'justice.limits.granted_by_unread', {
              body: t(`justice.body.${grantor.body}`),
              article: grantor.article,
            }),
        ];
        return (
          <NumberInput
            key={turn}
            name={`extension-${turn}`}
            label={t('justice.limits.extension', { turn: turn + 1, unit: t(`justice.unit.${most.unit}`) })}
            hint={hints.filter(Boolean).join(' · ')}
            value={value}
            onChange={typed => setTurn(turn, Math.min(typed ?? 1, most.value) || 1)}
          />
        );
      })}
      <div className="row">
        {next && (
          <Button icon="plus" onPress={() => onChange({ extended: [...asked.extended, next.most.value] })}>
            {t('justice.limits.what_if', { turn: asked.extended.length + 1 })}
          </Button>
        )}
        {asked.extended.length > 0 && (
          <Button kind="quiet" onPress={() => onChange({ extended: asked.extended.slice(0, -1) })}>
            {t('justice.limits.without', { turn: asked.extended.length })}
          </Button>
        )}
      </div>
    </fieldset>
  );
}
