/** Taking in charge: what is known of the family, how its world is seen, the programmes it is in, the states it was in. */
import './charge.css';
import { assessmentEndpoints } from '../../../shared/records/assessments.ts';
import { Answered } from '../../api/Answered.tsx';
import { householdKey } from '../../api/keys.ts';
import { createRead } from '../../api/read.ts';
import { useRoom } from '../households/household-room.tsx';
import { AssessmentPart } from './AssessmentPart.tsx';
import { EnrolmentsPart } from './EnrolmentsPart.tsx';
import { HistoryPart } from './HistoryPart.tsx';
import { ScreeningPart } from './ScreeningPart.tsx';
import { SituationPart } from './SituationPart.tsx';
export default function ChargeTab() {
    const room = useRoom();
    const read = createRead(assessmentEndpoints.list, () => ({
        key: householdKey(room.household().id, 'charge', 'assessments'),
        input: { params: { householdId: room.household().id } },
    }));
    return (<div class="charge">
      <div class="cols2">
        <div>
          <SituationPart />
        </div>
        <div>
          <EnrolmentsPart />
          <Answered read={read}>{(answer) => <ScreeningPart assessments={answer().assessments}/>}</Answered>
        </div>
      </div>
      <Answered read={read} lines={6}>
        {(answer) => <AssessmentPart assessments={answer().assessments}/>}
      </Answered>
      <HistoryPart />
    </div>);
}
